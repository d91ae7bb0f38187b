package by.pobach.architecture;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What things are called, and who may see them. */
class NamesTests {
    private static final Pattern EMPTY_SUFFIX = Pattern.compile(".*(Service|Manager|Impl|Utils?|Helper|Dto|DTO)");

    private static final Pattern CLASS_IN_PROSE = Pattern.compile("`([a-z]+\\.[A-Z]\\w+(?:\\.[A-Z]\\w+)?)");

    /** The Centre's own word: what a family may come for. */
    private static final String A_SERVICE_OF_THE_CENTRE = "by.pobach.offers.Service";

    @TempDir
    Path scratch;

    @Test
    void no_name_hides_behind_a_suffix() {
        assertThat(House.real().classes()).isNotEmpty();
        assertThat(emptyNames(House.real())).isEmpty();
    }

    @Test
    void a_suffix_that_says_nothing_is_found() {
        var house = Planted.in(scratch)
                .with("offers/Service.java", "class Service { record SlotDto() {} }")
                .with("visits/BookingManager.java", "class BookingManager {}")
                .with("people/Service.java", "class Service {}")
                .built();

        assertThat(emptyNames(house))
                .containsExactly(
                        "by.pobach.offers.Service$SlotDto",
                        "by.pobach.people.Service",
                        "by.pobach.visits.BookingManager");
    }

    @Test
    void what_is_public_is_used_by_another_module() {
        assertThat(House.real().classes().stream().filter(NamesTests::publicDoor))
                .isNotEmpty();
        assertThat(idlePublicTypes(House.real())).isEmpty();
    }

    @Test
    void a_public_type_that_nobody_else_uses_is_found() {
        var house = Planted.in(scratch)
                .with("people/Persons.java", "public class Persons { public PersonTable table() { return null; } }")
                .with("people/PersonTable.java", "public class PersonTable {}")
                .with("visits/Visits.java", "class Visits { by.pobach.people.Persons persons; }")
                .built();

        assertThat(idlePublicTypes(house)).containsExactly("by.pobach.people.PersonTable");
    }

    @Test
    void the_glossary_names_classes_that_exist() throws IOException {
        String glossary = Files.readString(Path.of("docs/words.md"));

        assertThat(CLASS_IN_PROSE.matcher(glossary).results()).hasSizeGreaterThan(20);
        assertThat(lostWords(glossary, House.real())).isEmpty();
    }

    @Test
    void a_word_whose_class_was_renamed_is_found() {
        var house = Planted.in(scratch)
                .with("visits/Visit.java", "record Visit() { record Child() {} }")
                .built();

        assertThat(lostWords("`visits.Visit`, `visits.Visit.Child`, `visits.Appointment`", house))
                .containsExactly("visits.Appointment");
    }

    private static List<String> lostWords(String glossary, House house) {
        var names = house.classes().stream()
                .map(type -> type.getName().replace("by.pobach.", "").replace('$', '.'))
                .collect(toSet());
        return CLASS_IN_PROSE
                .matcher(glossary)
                .results()
                .map(word -> word.group(1))
                .filter(name -> !names.contains(name))
                .toList();
    }

    private static List<String> emptyNames(House house) {
        return house.classes().stream()
                .filter(type -> EMPTY_SUFFIX.matcher(type.getSimpleName()).matches())
                .map(JavaClass::getName)
                .filter(name -> !name.equals(A_SERVICE_OF_THE_CENTRE))
                .sorted()
                .toList();
    }

    private static List<String> idlePublicTypes(House house) {
        var classes = house.classes();
        var used = classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(arrow -> !House.moduleOf(arrow.getOriginClass()).equals(House.moduleOf(arrow.getTargetClass())))
                .map(Dependency::getTargetClass)
                .map(type -> House.topLevel(type.getBaseComponentType()).getName())
                .collect(toSet());
        return classes.stream()
                .filter(NamesTests::publicDoor)
                .map(JavaClass::getName)
                .filter(name -> !used.contains(name))
                .sorted()
                .toList();
    }

    /** Top-level and public, in a module; the root package belongs to the framework that starts it. */
    private static boolean publicDoor(JavaClass type) {
        return type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && House.ours(type)
                && !House.moduleOf(type).isEmpty()
                && !type.getSimpleName().equals("package-info");
    }
}
