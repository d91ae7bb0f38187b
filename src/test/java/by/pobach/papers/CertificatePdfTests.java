package by.pobach.papers;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.papers.Sheet.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The file itself, read back: what PDF/UA-1 (ISO 14289-1) asks for, as far as a program of ours can see it. */
class CertificatePdfTests {
    private static final Sheet ALESYA = new Sheet(
            "be",
            "Даведка аб наведванні",
            "№ 12/2027",
            List.of(
                    "Нацыянальны рэсурсны цэнтр інклюзіўнай адукацыі",
                    "220007, г. Мінск, вул. Ф. Скарыны, 13, корпус 7",
                    "тэл. +375 17 000-00-00"),
            "Чалавек, імя якога тут напісана, быў у Цэнтры ў гэты дзень і час.",
            List.of(
                    new Fact("Імя", "Алеся Кавалёва-Шчарбакова"),
                    new Fact("Дзень", "24 лютага 2027"),
                    new Fact("Час", "10:00–10:45"),
                    new Fact(
                            "Для ўстановы",
                            "Дзяржаўная ўстанова адукацыі «Сярэдняя школа № 5 імя Ў. Ігнатоўскага г. Мінска», вучэбная частка"),
                    new Fact("Выдадзена", "25 лютага 2027")),
            "Каардынатар Цэнтра",
            "подпіс",
            "Праверыць даведку можна тут: pobach.by/papers/check. Нумар 12/2027, код BCDFGHJK. Старонка скажа толькі, калі "
                    + "даведка выдадзена і за які дзень.");

    @Test
    void everything_on_it_can_be_read_in_its_order() throws IOException {
        try (PDDocument paper = read(ALESYA)) {
            String text = new PDFTextStripper().getText(paper);

            assertThat(text.replaceAll("\\s+", " "))
                    .containsSubsequence(
                            "Нацыянальны рэсурсны цэнтр інклюзіўнай адукацыі",
                            "Даведка аб наведванні",
                            "№ 12/2027",
                            "быў у Цэнтры",
                            "Алеся Кавалёва-Шчарбакова",
                            "24 лютага 2027",
                            "10:00–10:45",
                            "Ў. Ігнатоўскага",
                            "Каардынатар Цэнтра",
                            "код BCDFGHJK");
            assertThat(paper.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void it_says_its_language_shows_its_title_and_claims_what_it_keeps() throws IOException {
        try (PDDocument paper = read(ALESYA)) {
            var catalog = paper.getDocumentCatalog();

            assertThat(catalog.getLanguage()).isEqualTo("be");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
            assertThat(paper.getDocumentInformation().getTitle()).isEqualTo("Даведка аб наведванні № 12/2027");
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<pdfuaid:part>1</pdfuaid:part>", "Даведка аб наведванні № 12/2027")
                    .doesNotContain("Алеся");
        }
    }

    @Test
    void its_tree_has_one_heading_and_paragraphs_in_the_order_of_reading() throws IOException {
        try (PDDocument paper = read(ALESYA)) {
            assertThat(types(paper))
                    .containsExactly("Document", "P", "P", "P", "H1", "P", "P", "P", "P", "P", "P", "P", "P", "P");
        }
    }

    @Test
    void every_stroke_is_in_the_tree_or_an_artifact_and_the_tree_finds_it_back() throws IOException {
        try (PDDocument paper = read(ALESYA)) {
            List<Integer> numbers = new ArrayList<>();
            int depth = 0;
            int outside = 0;
            List<Object> before = new ArrayList<>();
            for (Object token : new PDFStreamParser(paper.getPage(0)).parse()) {
                if (token instanceof Operator operator) {
                    String name = operator.getName();
                    depth += name.equals("BDC") || name.equals("BMC") ? 1 : name.equals("EMC") ? -1 : 0;
                    outside += depth == 0 && List.of("Tj", "TJ", "S", "f", "Do").contains(name) ? 1 : 0;
                    if (name.equals("BDC")) {
                        numbers.add(((org.apache.pdfbox.cos.COSDictionary) before.getLast()).getInt(COSName.MCID));
                    }
                    before.clear();
                } else {
                    before.add(token);
                }
            }

            assertThat(outside).as("drawn outside the tree").isZero();
            assertThat(numbers).hasSize(13).isSorted().doesNotHaveDuplicates();
            assertThat(parents(paper)).hasSameSizeAs(numbers);
            assertThat(parents(paper)).allMatch(element -> element.getCOSDictionary(COSName.P) != null);
            assertThat(paper.getPage(0).getStructParents()).isZero();
        }
    }

    @Test
    void its_fonts_are_inside_and_can_be_copied_as_letters() throws IOException {
        try (PDDocument paper = read(ALESYA)) {
            var resources = paper.getPage(0).getResources();
            List<PDFont> fonts = new ArrayList<>();
            for (COSName name : resources.getFontNames()) {
                fonts.add(resources.getFont(name));
            }

            assertThat(fonts).hasSize(2).allMatch(PDFont::isEmbedded);
            assertThat(fonts).allMatch(font -> font.getName().contains("GolosText"));
            assertThat(fonts).allMatch(font -> font.getCOSObject().containsKey(COSName.TO_UNICODE));
        }
    }

    @Test
    void a_name_as_long_as_names_may_be_stays_on_the_page() throws IOException {
        String name = "Кастусь-Максімілян ".repeat(10).strip();
        Sheet longer = new Sheet(
                "be",
                ALESYA.title(),
                ALESYA.number(),
                ALESYA.head(),
                ALESYA.statement(),
                List.of(new Fact("Імя", name), new Fact("Для ўстановы", "Ш".repeat(200))),
                ALESYA.signer(),
                ALESYA.signature(),
                ALESYA.check());
        try (PDDocument paper = read(longer)) {
            String text = new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");

            assertThat(text).contains(name);
            assertThat(text.chars().filter(letter -> letter == 'Ш').count()).isEqualTo(200);
            assertThat(text).containsSubsequence("Каардынатар Цэнтра", "код BCDFGHJK");
        }
    }

    @Test
    void belarusian_and_the_letters_of_neighbours_can_be_printed_and_pictures_cannot() {
        assertThat(SheetFonts.have("Ўладзімір Ігнатоўскі, Ёсіп’ — №")).isTrue();
        assertThat(SheetFonts.have("Łucja Šimkutė Ґалаґан Їжак Müller")).isTrue();
        assertThat(SheetFonts.have("Алеся 🙂")).isFalse();
        assertThat(SheetFonts.printable("Цэнтр 🙂«Побач»")).isEqualTo("Цэнтр «Побач»");
    }

    private static PDDocument read(Sheet sheet) throws IOException {
        byte[] file = CertificatePdf.of(sheet);
        Path seen = Files.createDirectories(Path.of("target/papers"));
        Files.write(seen.resolve("certificate.pdf"), file);
        PDDocument paper = Loader.loadPDF(file);
        javax.imageio.ImageIO.write(
                new PDFRenderer(paper).renderImageWithDPI(0, 80),
                "png",
                seen.resolve("certificate.png").toFile());
        return paper;
    }

    private static List<String> types(PDDocument paper) {
        List<String> types = new ArrayList<>();
        walk(paper.getDocumentCatalog().getStructureTreeRoot(), types);
        return types;
    }

    private static void walk(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getStructureType());
                walk(element, types);
            }
        }
    }

    /** The elements that the parent tree names for the pieces of the page. */
    private static List<org.apache.pdfbox.cos.COSDictionary> parents(PDDocument paper) {
        COSArray numbers = paper.getDocumentCatalog()
                .getStructureTreeRoot()
                .getParentTree()
                .getCOSObject()
                .getCOSArray(COSName.NUMS);
        return StreamSupport.stream(((COSArray) numbers.getObject(1)).spliterator(), false)
                .map(item -> item instanceof COSObject object ? object.getObject() : item)
                .map(item -> (org.apache.pdfbox.cos.COSDictionary) item)
                .toList();
    }
}
