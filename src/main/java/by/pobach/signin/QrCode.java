package by.pobach.signin;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A square code to be drawn in a page: as a path of dark squares with a quiet border of four (ISO/IEC 18004). It stands in the
 * page itself, so that a secret in it has no address of its own.
 *
 * @param size of the drawing, in squares
 */
public record QrCode(int size, String path) {
    private static final int QUIET = 4;

    /** @param text short enough for a camera of a cheap telephone: up to some 150 characters */
    public static QrCode of(String text) {
        try {
            ByteMatrix dark = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(dark.getWidth() + 2 * QUIET, path(dark));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    /** One stroke for each run of dark squares in a row. */
    private static String path(ByteMatrix dark) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < dark.getHeight(); y++) {
            for (int x = 0; x < dark.getWidth(); x++) {
                int from = x;
                while (x < dark.getWidth() && dark.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, x - from, x - from));
                }
            }
        }
        return path.toString();
    }
}
