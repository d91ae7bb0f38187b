package by.pobach.vault;

import static by.pobach.vault.Corpus.CANARY;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;

/** What is let in, what is taken off it at the door, and what is turned away. */
class InspectionTests {
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final int TRIES_ON_A_BUSY_MACHINE = 3;

    final Inspection inspection = new Inspection(new Scanner(""), new Workbench());

    @Test
    void a_photo_comes_through_upright_and_says_no_more_where_it_was_taken() throws Exception {
        byte[] photo = Corpus.photo();
        assertThat(text(photo)).as("the canary was there").contains(CANARY);

        byte[] clean = passed(photo, Kind.JPEG);

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(clean));
        assertThat(text(clean)).doesNotContain(CANARY).doesNotContain("Exif");
        assertThat(picture.getWidth()).isEqualTo(40);
        assertThat(picture.getHeight()).isEqualTo(80);
        assertThat(picture.getRGB(20, 10) & 0xFF).as("orange is on top now").isLessThan(60);
        assertThat(picture.getRGB(20, 70) & 0xFF00).as("black below").isLessThan(0x3C00);
    }

    @Test
    void what_hides_behind_a_picture_is_left_outside() throws Exception {
        byte[] polyglot = Corpus.polyglot();
        assertThat(text(polyglot)).contains("META-INF");

        assertThat(text(passed(polyglot, Kind.JPEG))).doesNotContain("META-INF", "PK\3\4");
    }

    @Test
    void a_picture_of_many_pixels_is_made_smaller() throws Exception {
        byte[] clean = passed(Corpus.image("png", 5_000, 4_000), Kind.PNG);

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(clean));
        assertThat(picture.getWidth()).isEqualTo(2_500);
    }

    @Test
    void a_pdf_loses_its_author_its_script_and_its_metadata_and_keeps_its_page() throws Exception {
        byte[] pdf = Corpus.pdf();
        assertThat(text(pdf).split(CANARY)).as("in four places").hasSizeGreaterThan(4);

        byte[] clean = passed(pdf, Kind.PDF);

        try (var document = Loader.loadPDF(clean)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(document.getDocumentCatalog().getMetadata()).isNull();
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            document.save(new java.io.File("/dev/null"));
        }
        assertThat(text(clean)).doesNotContain(CANARY, "JavaScript");
    }

    @Test
    void documents_keep_their_text_and_lose_their_author() throws Exception {
        assertThat(unzipped(passed(Corpus.docx(), Kind.DOCX)))
                .anyMatch(entry -> entry.contains("Добры дзень"))
                .noneMatch(entry -> entry.contains(CANARY));
        assertThat(unzipped(passed(Corpus.odt(), Kind.ODT)))
                .anyMatch(entry -> entry.contains("Добры дзень"))
                .noneMatch(entry -> entry.contains(CANARY))
                .element(0)
                .asString()
                .startsWith("mimetype");
    }

    @Test
    void text_of_an_old_computer_becomes_readable_everywhere() {
        byte[] old = "Добры дзень, я маці.".getBytes(Charset.forName("windows-1251"));

        assertThat(new String(passed(old, Kind.TEXT), UTF_8)).isEqualTo("Добры дзень, я маці.");
        assertThat(new String(passed("Ўсё добра".getBytes(UTF_8), Kind.TEXT), UTF_8))
                .isEqualTo("Ўсё добра");
    }

    @Test
    void bombs_and_tricks_are_turned_away_soon() throws Exception {
        assertRefused("zip bomb", Corpus.zipBomb(), new FileOutcome.Overfull());
        assertRefused("archive in an archive", Corpus.nested(), new FileOutcome.Overfull());
        assertRefused("zip slip", Corpus.slip(), new FileOutcome.Damaged());
        assertRefused("many entries", Corpus.manyEntries(), new FileOutcome.Overfull());
        assertRefused("macros", Corpus.macros(), new FileOutcome.NotAllowed("application/zip"));
        assertRefused("huge picture", Corpus.hugePng(), new FileOutcome.Overfull());
        assertRefused("half a photo", Corpus.truncatedJpeg(), new FileOutcome.Damaged());
        assertRefused("PDF bomb", Corpus.pdfBomb(), new FileOutcome.Overfull());
        assertRefused("PDF with a password", Corpus.lockedPdf(), new FileOutcome.Locked());
        assertRefused("half a PDF", "%PDF-1.7\n1 0 obj\n<<".getBytes(UTF_8), new FileOutcome.Damaged());
        assertRefused("nothing", new byte[0], new FileOutcome.Empty());
    }

    @Test
    void what_a_browser_would_run_is_turned_away_whatever_its_name() throws Exception {
        assertRefused(
                "SVG",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>"
                        .getBytes(UTF_8),
                new FileOutcome.NotAllowed("image/svg+xml"));
        assertRefused(
                "HTML called photo.jpg",
                "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8),
                new FileOutcome.NotAllowed("text/html"));
        assertThat(inspection.of("MZ\u0090\0\3\0\0\0\4\0\0\0".getBytes(ISO_8859_1)))
                .isInstanceOf(Inspection.Refused.class);
        assertThat(inspection.of(Corpus.zip(Corpus.Zip.file("a.txt", "a"))))
                .isEqualTo(new Inspection.Refused(new FileOutcome.NotAllowed("application/zip")));
    }

    @Test
    void a_name_is_made_harmless_and_ends_as_its_content_does() {
        assertThat(Kind.JPEG.name("C:\\fakepath\\Янка на возеры.exe")).isEqualTo("Янка на возеры.jpg");
        assertThat(Kind.PDF.name("../../etc/passwd")).isEqualTo("passwd.pdf");
        assertThat(Kind.PDF.name("a\r\nSet-Cookie: x=1.pdf")).isEqualTo("aSet-Cookie x=1.pdf");
        assertThat(Kind.PNG.name("photo\u202Egnp.exe")).isEqualTo("photognp.png");
        assertThat(Kind.TEXT.name(".htaccess")).isEqualTo("file.txt");
        assertThat(Kind.TEXT.name("ы".repeat(300))).hasSize(104);
    }

    private byte[] passed(byte[] content, Kind kind) {
        Inspection.Result result = inspection.of(content);
        assertThat(result).isInstanceOf(Inspection.Passed.class);
        Inspection.Passed passed = (Inspection.Passed) result;
        assertThat(passed.fit().kind()).isEqualTo(kind);
        assertThat(passed.state()).isEqualTo(KeptFile.State.NOT_SCANNED);
        return passed.fit().content();
    }

    /** The fastest of three counts: the machine of a check does other things beside. */
    private void assertRefused(String what, byte[] content, FileOutcome reason) {
        long fastest = Long.MAX_VALUE;
        for (int attempt = 0; attempt < TRIES_ON_A_BUSY_MACHINE && fastest > QUICK.toNanos(); attempt++) {
            long start = System.nanoTime();
            assertThat(inspection.of(content)).as(what).isEqualTo(new Inspection.Refused(reason));
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        System.err.printf("refused %s in %d ms%n", what, fastest / 1_000_000);
        assertThat(Duration.ofNanos(fastest)).as(what).isLessThan(QUICK);
    }

    private static String text(byte[] content) {
        return new String(content, ISO_8859_1);
    }

    /** Name and text of each entry. */
    private static List<String> unzipped(byte[] content) throws Exception {
        var entries = new java.util.ArrayList<String>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.add(entry.getName() + ": " + new String(zip.readAllBytes(), UTF_8));
            }
        }
        return entries;
    }
}
