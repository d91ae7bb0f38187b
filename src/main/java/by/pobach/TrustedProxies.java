package by.pobach;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whose word is taken about where a request comes from. Nobody's, until the operator names the proxies before the house:
 * otherwise everybody could write an address of their choice into a header and guess without an end.
 */
final class TrustedProxies {
    private static final String STRATEGY = "server.forward-headers-strategy";
    private static final String VALVE = "server.tomcat.remoteip.";

    private TrustedProxies() {}

    /** The server's settings for addresses and networks with commas between: {@code 10.0.0.5, 2001:db8::/48}. */
    static Map<String, Object> settings(String named) {
        if (named.isBlank()) {
            return Map.of(STRATEGY, "none");
        }
        String networks =
                Arrays.stream(named.split(",", -1)).map(TrustedProxies::network).collect(Collectors.joining(","));
        return Map.of(
                STRATEGY,
                "native",
                VALVE + "internal-proxies",
                networks,
                VALVE + "remote-ip-header",
                "X-Forwarded-For",
                VALVE + "protocol-header",
                "X-Forwarded-Proto",
                // A proxy hands these on as whoever asked wrote them; it keeps the Host itself, so nothing needs them.
                VALVE + "host-header",
                "",
                VALVE + "port-header",
                "");
    }

    private static String network(String named) {
        String[] parts = named.strip().split("/", -1);
        try {
            int longest = InetAddress.ofLiteral(parts[0]).getAddress().length * Byte.SIZE;
            int length = parts.length == 1 ? longest : Integer.parseUnsignedInt(parts[1]);
            if (parts.length <= 2 && length > 0 && length <= longest) {
                return parts[0] + "/" + length;
            }
        } catch (IllegalArgumentException noAddress) {
            // said below
        }
        throw new CannotStart("POBACH_TRUSTED_PROXIES names addresses or networks such as 10.0.0.5, 10.1.0.0/16; not \""
                + named.strip() + "\".");
    }
}
