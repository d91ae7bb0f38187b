package by.pobach;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.function.BooleanSupplier;

/** Port and passwords of the embedded server: chosen at the first start, kept in a file that only its owner reads. */
record ClusterSecrets(int port, String administrator, String owner) {

    /** Takes another port when a stranger sits on ours; {@code running} tells whether it may be our own server. */
    static ClusterSecrets in(Path folder, BooleanSupplier running) throws IOException {
        Path file = folder.resolve("server.properties");
        ClusterSecrets known = Files.exists(file) ? read(file) : new ClusterSecrets(freePort(), secret(), secret());
        ClusterSecrets usable = running.getAsBoolean() || free(known.port)
                ? known
                : new ClusterSecrets(freePort(), known.administrator, known.owner);
        if (!Files.exists(file) || usable.port != known.port) {
            usable.write(file);
        }
        return usable;
    }

    private static ClusterSecrets read(Path file) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new ClusterSecrets(
                Integer.parseInt(properties.getProperty("port")),
                properties.getProperty("administrator"),
                properties.getProperty("owner"));
    }

    private void write(Path file) throws IOException {
        String text = "port=%d%nadministrator=%s%nowner=%s%n".formatted(port, administrator, owner);
        Folders.writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String secret() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return "port " + port;
    }
}
