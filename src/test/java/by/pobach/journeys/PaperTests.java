package by.pobach.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.web.Language;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is meant for paper is one side of A4, in black. */
class PaperTests extends OpenHouse {
    private static final Pattern SIDE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_teacher_prints_each_sheet_on_one_side_of_paper(Language language) {
        try (Guest teacher = Guest.speaking(language)) {
            for (String sheet : SheetRoutes.SHEETS) {
                teacher.opens("/sheets/" + sheet);

                assertThat(sides(teacher.page())).as(sheet).isOne();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_mother_prints_the_story_on_one_side_of_paper(Language language) {
        try (Guest mother = Guest.speaking(language)) {
            String visit = Telephone.books("try-fm-system", language).path();

            mother.opens(visit + "/story");

            assertThat(sides(mother.page())).isOne();
        }
    }

    /** As people print: A4 with the margins that browsers propose. */
    private static long sides(Page page) {
        byte[] paper = page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setMargin(new Margin()
                        .setTop("10mm")
                        .setBottom("10mm")
                        .setLeft("10mm")
                        .setRight("10mm")));
        return SIDE.matcher(new String(paper, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
