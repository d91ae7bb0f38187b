package by.pobach.vault;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A document that is an archive. Looked through within limits first, then packed anew from what was seen: what hides
 * before, behind or beside the entries is gone, and so are the author's name and the time of editing.
 */
final class Archive {
    private static final int MOST_ENTRIES = 1_000;
    private static final long MOST_BYTES = 50L << 20;
    private static final int MOST_RATIO = 100;
    private static final int EVERYBODY_MAY = 1 << 20;

    private static final Map<String, String> BLANK = Map.of(
            "docProps/core.xml", """
                    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                    <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>""",
            "docProps/app.xml", """
                    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>""",
            "docProps/custom.xml", """
                    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>""",
            "meta.xml", """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"/>""");

    private final byte[] content;
    private final Set<String> names = new HashSet<>();
    private long unpacked;

    private Archive(byte[] content) {
        this.content = content;
    }

    static Cleaned clean(byte[] content) {
        try {
            Archive archive = new Archive(content);
            return archive.tooMuch() ? Cleaned.overfull() : archive.packed();
        } catch (IOException | IllegalArgumentException damaged) {
            return Cleaned.damaged();
        }
    }

    /** Stops at the first limit; nothing of it is kept in memory. */
    private boolean tooMuch() throws IOException {
        long most = Math.min(MOST_BYTES, EVERYBODY_MAY + (long) MOST_RATIO * content.length);
        byte[] piece = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (names.size() >= MOST_ENTRIES || !names.add(harmless(entry))) {
                    return true;
                }
                int read = zip.readNBytes(piece, 0, piece.length);
                if (Kind.isArchive(piece) && read > 0) {
                    return true;
                }
                for (; read > 0; read = zip.readNBytes(piece, 0, piece.length)) {
                    unpacked += read;
                    if (unpacked > most) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A name that leads out of a folder, or looks different elsewhere, comes from nobody's text editor. */
    private static String harmless(ZipEntry entry) throws IOException {
        String name = entry.getName();
        if (name.isBlank() || name.startsWith("/") || name.matches("(?s).*(\\\\|:|\\p{Cntrl}|(^|/)\\.\\.(/|$)).*")) {
            throw new IOException("a name that leads elsewhere");
        }
        return name;
    }

    private Cleaned packed() throws IOException {
        boolean docx = names.contains("[Content_Types].xml") && names.contains("word/document.xml");
        boolean odt = names.contains("mimetype") && names.contains("content.xml");
        boolean programs = names.stream().anyMatch(name -> name.matches("(?i).*vbaProject\\.bin|(Basic|Scripts)/.+"));
        if (programs || docx == odt || odt && !text("mimetype").strip().equals(Kind.ODT.type())) {
            return new Cleaned.Unfit(new FileOutcome.NotAllowed("application/zip"));
        }
        return new Cleaned.Fit(docx ? Kind.DOCX : Kind.ODT, repacked());
    }

    private byte[] repacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content));
                ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    copy(zip, entry.getName(), out);
                }
            }
        }
        return packed.toByteArray();
    }

    private static void copy(ZipInputStream zip, String name, ZipOutputStream out) throws IOException {
        ZipEntry fresh = new ZipEntry(name);
        fresh.setTime(315_532_800_000L); // 1980, the beginning of time in an archive
        byte[] bytes = zip.readAllBytes();
        if (name.equals("mimetype")) {
            stored(fresh, bytes);
        }
        out.putNextEntry(fresh);
        out.write(BLANK.containsKey(name) ? BLANK.get(name).getBytes(StandardCharsets.UTF_8) : bytes);
        out.closeEntry();
    }

    /** OpenDocument wants its type readable at the beginning of the file. */
    private static void stored(ZipEntry entry, byte[] bytes) {
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(bytes);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
    }

    private String text(String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readNBytes(1_000), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
