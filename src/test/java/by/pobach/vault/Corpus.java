package by.pobach.vault;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;

/** Files as people send them, and as nobody should. */
final class Corpus {
    /** Stands in each place where metadata or a stowaway can hide. */
    static final String CANARY = "canary-Mahiliou-53.9N-30.3E";

    private Corpus() {}

    static byte[] image(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(Color.ORANGE);
        brush.fillRect(0, 0, width / 2, height);
        brush.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    /** Taken with the telephone upright: turned by Exif (orientation 6), with a place and a comment. */
    static byte[] photo() throws IOException {
        byte[] jpeg = image("jpeg", 80, 40);
        ByteArrayOutputStream exif = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(exif);
        out.write("Exif\0\0MM\0\52\0\0\0\10".getBytes(StandardCharsets.ISO_8859_1));
        out.writeShort(1);
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(6);
        out.writeShort(0);
        out.writeInt(0);
        out.write(CANARY.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream file = new DataOutputStream(whole);
        file.writeShort(0xFFD8);
        file.writeShort(0xFFE1);
        file.writeShort(exif.size() + 2);
        exif.writeTo(file);
        file.write(jpeg, 2, jpeg.length - 2);
        return whole.toByteArray();
    }

    static byte[] polyglot() throws IOException {
        return join(photo(), zip(Zip.file("META-INF/MANIFEST.MF", CANARY)));
    }

    static byte[] truncatedJpeg() throws IOException {
        byte[] jpeg = image("jpeg", 600, 400);
        return Arrays.copyOf(jpeg, jpeg.length / 2);
    }

    /** 69 bytes that would be 10 gigabytes of pixels. */
    static byte[] hugePng() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeLong(0x89504E470D0A1A0AL);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream header = new DataOutputStream(head);
        header.writeInt(60_000);
        header.writeInt(60_000);
        header.write(new byte[] {8, 2, 0, 0, 0});
        chunk(out, "IHDR", head.toByteArray());
        chunk(out, "IDAT", deflated(new byte[100], 1));
        chunk(out, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] typed = join(type.getBytes(StandardCharsets.US_ASCII), data);
        CRC32 sum = new CRC32();
        sum.update(typed);
        out.writeInt(data.length);
        out.write(typed);
        out.writeInt((int) sum.getValue());
    }

    static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor(CANARY);
            document.getDocumentCatalog()
                    .setMetadata(new PDMetadata(
                            document, new java.io.ByteArrayInputStream(CANARY.getBytes(StandardCharsets.UTF_8))));
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('" + CANARY + "')"));
            document.getPage(0).getCOSObject().setItem(COSName.getPDFName("PieceInfo"), new COSString(CANARY));
            return saved(document);
        }
    }

    static byte[] lockedPdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // Not packed, so that a search finds what is there.
        document.save(bytes, org.apache.pdfbox.pdfwriter.compress.CompressParameters.NO_COMPRESSION);
        return bytes.toByteArray();
    }

    /** Half a megabyte with a stream of objects that unpacks to half a gigabyte. */
    static byte[] pdfBomb() throws IOException {
        byte[] stream = deflated(new byte[1 << 20], 512);
        byte[] head = ("%PDF-1.5\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n5 0 obj\n<</Type/ObjStm/N 1/First 4"
                        + "/Filter/FlateDecode/Length " + stream.length + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\nstartxref\n0\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
        return join(head, stream, tail);
    }

    static byte[] docx() throws IOException {
        return zip(
                Zip.file("[Content_Types].xml", "<Types/>"),
                Zip.file("docProps/core.xml", "<dc:creator>" + CANARY + "</dc:creator>"),
                Zip.file("word/document.xml", "<w:document>Добры дзень</w:document>"));
    }

    static byte[] odt() throws IOException {
        return zip(
                Zip.file("mimetype", "application/vnd.oasis.opendocument.text"),
                Zip.file("content.xml", "<office>Добры дзень</office>"),
                Zip.file("meta.xml", "<meta>" + CANARY + "</meta>"));
    }

    static byte[] zipBomb() throws IOException {
        return zip(Zip.file("[Content_Types].xml", "<Types/>"), new Zip("word/document.xml", new byte[1 << 20], 200));
    }

    static byte[] nested() throws IOException {
        return zip(
                Zip.file("[Content_Types].xml", "<Types/>"),
                Zip.file("word/document.xml", "<w:document/>"),
                new Zip("word/embeddings/inner.docx", zipBomb(), 1));
    }

    static byte[] slip() throws IOException {
        return zip(
                Zip.file("[Content_Types].xml", "<Types/>"),
                Zip.file("word/document.xml", "<w:document/>"),
                Zip.file("word/../../../../etc/cron.d/pobach", "* * * * * root true"));
    }

    static byte[] manyEntries() throws IOException {
        Zip[] entries = new Zip[1_500];
        Arrays.setAll(entries, number -> Zip.file("word/" + number + ".xml", ""));
        return zip(entries);
    }

    static byte[] macros() throws IOException {
        return zip(
                Zip.file("[Content_Types].xml", "<Types/>"),
                Zip.file("word/document.xml", "<w:document/>"),
                Zip.file("word/vbaProject.bin", "Sub AutoOpen()"));
    }

    /** An entry whose bytes are the piece so many times. */
    record Zip(String name, byte[] piece, int times) {
        static Zip file(String name, String text) {
            return new Zip(name, text.getBytes(StandardCharsets.UTF_8), 1);
        }
    }

    static byte[] zip(Zip... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Zip entry : entries) {
                zip.putNextEntry(new ZipEntry(entry.name));
                for (int time = 0; time < entry.times; time++) {
                    zip.write(entry.piece);
                }
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] deflated(byte[] piece, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            for (int time = 0; time < times; time++) {
                out.write(piece);
            }
        }
        return bytes.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
