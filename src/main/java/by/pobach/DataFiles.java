package by.pobach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The files of the data folder in a backup: what people keep here and the key of the links. Not PostgreSQL's own, and not
 * the master key: a backup that falls into wrong hands must not open what families told. Nor the key that signs the audit
 * trail: it is made anew, and the old blocks are known by its public half.
 */
final class DataFiles {
    private static final String FOLDER = "files/";

    private DataFiles() {}

    static List<BackupManifest.File> write(Path data, ZipOutputStream zip) throws IOException {
        List<BackupManifest.File> files = new ArrayList<>();
        for (Path file : in(data)) {
            String path = data.relativize(file).toString().replace('\\', '/');
            byte[] content;
            try {
                content = Files.readAllBytes(file);
            } catch (NoSuchFileException erasedMeanwhile) {
                continue;
            }
            zip.putNextEntry(new ZipEntry(FOLDER + path));
            zip.write(content);
            zip.closeEntry();
            files.add(new BackupManifest.File(path, sha256(content)));
        }
        return files;
    }

    private static List<Path> in(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(data)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(data.resolve("postgresql")))
                    .filter(file -> !MasterKeyFile.in(data).isCopy(file))
                    .filter(file -> !file.equals(AuditKeys.secret(data)))
                    .filter(file -> !file.getFileName().toString().endsWith(".new"))
                    .sorted()
                    .toList();
        }
    }

    /** Checks before the first file is written. */
    static void check(ZipFile zip, BackupManifest manifest, Path data) throws IOException {
        for (BackupManifest.File file : manifest.files()) {
            Path target = data.resolve(file.path()).normalize();
            if (!target.startsWith(data) || !sha256(content(zip, file)).equals(file.sha256())) {
                throw new CannotStart("The backup is damaged: " + file.path());
            }
        }
    }

    static void restore(ZipFile zip, BackupManifest manifest, Path data) throws IOException {
        for (BackupManifest.File file : manifest.files()) {
            Path target = data.resolve(file.path()).normalize();
            Folders.makePrivate(Objects.requireNonNull(target.getParent()));
            Folders.writePrivate(target, content(zip, file));
        }
    }

    private static byte[] content(ZipFile zip, BackupManifest.File file) throws IOException {
        ZipEntry entry = zip.getEntry(FOLDER + file.path());
        if (entry == null) {
            throw new CannotStart("The backup is damaged: it lacks " + file.path());
        }
        try (var in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
