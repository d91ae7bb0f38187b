package by.pobach.factors;

/** The letters in which apps take a secret (RFC 4648, without padding). */
final class Base32 {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte one : bytes) {
            buffer = buffer << 8 | one & 0xff;
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                text.append(LETTERS.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return bits == 0
                ? text.toString()
                : text.append(LETTERS.charAt(buffer << BITS - bits & 31)).toString();
    }

    /** Only of what {@link #of} wrote. */
    static byte[] bytes(String text) {
        byte[] bytes = new byte[text.length() * BITS / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (char letter : text.toCharArray()) {
            buffer = (buffer << BITS | LETTERS.indexOf(letter)) & 0xfff;
            bits += BITS;
            if (bits >= 8 && at < bytes.length) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }
}
