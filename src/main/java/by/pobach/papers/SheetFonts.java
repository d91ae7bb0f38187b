package by.pobach.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Golos Text in two weights. Read when a paper is made and let go with it: papers are rare, memory is not free. */
record SheetFonts(PDType0Font regular, PDType0Font bold) {
    private static final String REGULAR = "golos-text-ttf/GolosText-Regular.ttf";
    private static final String BOLD = "golos-text-ttf/GolosText-Bold.ttf";

    /** Embedded as a subset: only the letters that the paper shows. */
    static SheetFonts in(PDDocument document) throws IOException {
        try (InputStream regular = open(REGULAR);
                InputStream bold = open(BOLD)) {
            return new SheetFonts(PDType0Font.load(document, regular, true), PDType0Font.load(document, bold, true));
        }
    }

    /** Whether there is a glyph for every letter. */
    static boolean have(String text) {
        return printable(text).equals(text);
    }

    /** The text without what the font has no glyph for; both weights have the same ones. */
    static String printable(String text) {
        try (InputStream file = open(REGULAR);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            return text.codePoints()
                    .filter(letter -> glyphs.getGlyphId(letter) != 0)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream open(String font) {
        return Objects.requireNonNull(SheetFonts.class.getResourceAsStream(font), font);
    }
}
