package by.pobach.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Draws a certificate: the Centre above, what it says in the middle, a line to sign on, how to check it at the foot. */
final class CertificatePdf {
    private static final float LEFT = 72;
    private static final float RIGHT = TaggedPdf.WIDTH - 72;
    private static final float VALUES = 190;
    private static final float SIGNATURE = 330;
    private static final float LEADING = 1.45f;
    private static final float FOOT = 84;

    private final Sheet sheet;
    private final TaggedPdf pdf;
    private float y = TaggedPdf.HEIGHT - 84;

    private CertificatePdf(Sheet sheet, TaggedPdf pdf) {
        this.sheet = sheet;
        this.pdf = pdf;
    }

    static byte[] of(Sheet sheet) {
        try (TaggedPdf pdf = new TaggedPdf(sheet.title() + " " + sheet.number(), sheet.language())) {
            new CertificatePdf(sheet, pdf).draw();
            return pdf.bytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void draw() throws IOException {
        PDFont regular = pdf.fonts().regular();
        PDFont bold = pdf.fonts().bold();
        pdf.artifact(CertificatePdf::mark);
        for (String line : sheet.head()) {
            paragraph("P", line, line.equals(sheet.head().getFirst()) ? bold : regular, 10.5f, LEFT + 52);
        }
        y -= 16;
        rule(LEFT, RIGHT, y);
        y -= 48;
        paragraph("H1", sheet.title(), bold, 22, LEFT);
        paragraph("P", sheet.number(), regular, 13, LEFT);
        y -= 18;
        paragraph("P", sheet.statement(), regular, 12, LEFT);
        y -= 14;
        for (Sheet.Fact fact : sheet.facts()) {
            fact(fact, regular, bold);
        }
        sign(regular);
        y = FOOT;
        rule(LEFT, RIGHT, y + 18);
        paragraph("P", sheet.check(), regular, 10, LEFT);
    }

    private void paragraph(String type, String text, PDFont font, float size, float from) throws IOException {
        List<String> lines = wrapped(text, font, size, RIGHT - from);
        pdf.element(type, page -> {
            for (String line : lines) {
                write(page, line, font, size, from, y);
                y -= size * LEADING;
            }
        });
    }

    /** Label and value are one paragraph, so a voice reads them together. */
    private void fact(Sheet.Fact fact, PDFont regular, PDFont bold) throws IOException {
        List<String> lines = wrapped(fact.value(), bold, 12, RIGHT - VALUES);
        pdf.element("P", page -> {
            write(page, fact.label() + ":", regular, 12, LEFT, y);
            for (String line : lines) {
                write(page, line, bold, 12, VALUES, y);
                y -= 12 * LEADING;
            }
        });
        y -= 6;
    }

    private void sign(PDFont font) throws IOException {
        y -= 54;
        rule(SIGNATURE, RIGHT, y - 4);
        pdf.element("P", page -> {
            write(page, sheet.signer(), font, 12, LEFT, y);
            write(page, sheet.signature(), font, 9, SIGNATURE, y - 18);
        });
    }

    private static void write(PDPageContentStream page, String text, PDFont font, float size, float x, float y)
            throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }

    private void rule(float from, float to, float at) throws IOException {
        pdf.artifact(page -> {
            page.setLineWidth(0.75f);
            page.moveTo(from, at);
            page.lineTo(to, at);
            page.stroke();
        });
    }

    /** Our two arches, as in the head of each page: 32 units wide there, 36 points here. */
    private static void mark(PDPageContentStream page) throws IOException {
        page.saveGraphicsState();
        page.transform(new org.apache.pdfbox.util.Matrix(1.125f, 0, 0, -1.125f, LEFT - 4.5f, TaggedPdf.HEIGHT - 68));
        page.setLineWidth(3);
        page.setLineCapStyle(1);
        page.setLineJoinStyle(1);
        page.moveTo(4, 28);
        page.lineTo(4, 12);
        page.curveTo(4, 7.58f, 7.58f, 4, 12, 4);
        page.lineTo(13, 4);
        page.curveTo(14.66f, 4, 16, 5.34f, 16, 7);
        page.lineTo(16, 28);
        page.moveTo(16, 7);
        page.curveTo(16, 5.34f, 17.34f, 4, 19, 4);
        page.lineTo(20, 4);
        page.curveTo(24.42f, 4, 28, 7.58f, 28, 12);
        page.lineTo(28, 28);
        page.stroke();
        page.restoreGraphicsState();
    }

    /** Lines no wider than that; a word that is too wide by itself is broken. */
    static List<String> wrapped(String text, PDFont font, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && !fits(line + " " + word, font, size, width)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
            while (!fits(line.toString(), font, size, width)) {
                lines.add(cut(line, font, size, width));
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static String cut(StringBuilder line, PDFont font, float size, float width) throws IOException {
        int end = line.length() - 1;
        while (end > 1 && !fits(line.substring(0, end), font, size, width)) {
            end--;
        }
        String piece = line.substring(0, end);
        line.delete(0, end);
        return piece;
    }

    private static boolean fits(String text, PDFont font, float size, float width) throws IOException {
        return font.getStringWidth(text) / 1000 * size <= width;
    }
}
