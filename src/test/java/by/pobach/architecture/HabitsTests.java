package by.pobach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Habits that keep promises true: one clock, doors that write inside a transaction, silence about people. */
class HabitsTests {
    private static final String TRANSACTIONAL = "org.springframework.transaction.annotation.Transactional";

    private static final String TEMPLATE =
            "org\\.springframework\\.transaction\\.support\\.Transaction(Template|Operations)";

    /** What a person said or may be found by; none of it belongs in a log. */
    private static final Pattern PERSONAL = Pattern.compile(
            "name|called|calledBy|email|phone|contact|note|needs|children|child|person|token|code|subject|text|html|body|to"
                    + "|getRequestURI|getRequestURL|getQueryString|getParameter|getParameterMap|getRemoteAddr");

    /** The one clock, and the ids that carry the time they were made at. */
    private static final Set<String> KEEPERS_OF_TIME = Set.of("by.pobach.web.HouseClock", "by.pobach.web.Ids");

    @TempDir
    Path scratch;

    @Test
    void the_house_keeps_its_habits() {
        assertThat(House.real().classes()).isNotEmpty();
        assertThat(ownClocks(House.real())).as("time comes from the Clock").isEmpty();
        assertThat(printing(House.real())).as("nothing is printed by a module").isEmpty();
        assertThat(openPages(House.real())).as("pages are package-private").isEmpty();
        assertThat(injectedFields(House.real())).as("constructors, not fields").isEmpty();
        assertThat(talkingLogs(House.real())).as("logs are silent about people").isEmpty();
    }

    @Test
    void a_clock_of_its_own_is_found() {
        var house = Planted.in(scratch)
                .with(
                        "visits/Visits.java",
                        "import java.time.*; class Visits { Instant at = Instant.now();\n"
                                + "LocalDate day(Clock clock) { return LocalDate.now(clock); } long ms() { return System.currentTimeMillis(); } }")
                .built();

        assertThat(ownClocks(house))
                .containsExactly(
                        "by.pobach.visits.Visits: Instant.now()",
                        "by.pobach.visits.Visits: System.currentTimeMillis()");
    }

    @Test
    void a_print_an_open_page_and_an_injected_field_are_found() {
        var house = Planted.in(scratch)
                .with(
                        "visits/VisitPages.java",
                        "import org.springframework.beans.factory.annotation.*;\n"
                                + "@org.springframework.stereotype.Controller public class VisitPages {\n"
                                + "@Autowired Object visits; @Value(\"${x}\") String x; void show() { System.out.println(x); } }")
                .built();

        assertThat(printing(house)).containsExactly("by.pobach.visits.VisitPages");
        assertThat(openPages(house)).containsExactly("by.pobach.visits.VisitPages");
        assertThat(injectedFields(house))
                .containsExactly("by.pobach.visits.VisitPages.visits", "by.pobach.visits.VisitPages.x");
    }

    @Test
    void a_log_that_names_a_person_is_found() {
        var house = Planted.in(scratch)
                .with(
                        "visits/Visits.java",
                        "class Visits { void book() {\n"
                                + "log.info(\"booked {}\", visit.id());\n"
                                + "log.warn(\"booked for {}\", visit.person().name()); } }")
                .unbuilt();

        assertThat(talkingLogs(house)).containsExactly("visits/Visits.java:4 logs name, person");
    }

    @Test
    void a_door_that_writes_says_in_whose_transaction() {
        assertThat(House.real().classes().stream().filter(HabitsTests::isDoor)).isNotEmpty();
        assertThat(doorsWithoutTransaction(House.real())).isEmpty();
    }

    @Test
    void a_door_that_writes_outside_a_transaction_is_found() {
        var spring = "import org.springframework.stereotype.Component;\n"
                + "import org.springframework.transaction.annotation.Transactional;\n";
        var house = Planted.in(scratch)
                .with(
                        "people/Persons.java",
                        spring + "@Component public class Persons { PersonTable table;\n"
                                + "public void keep() { table.insert(); } public int count() { return table.count(); }\n"
                                + "@Transactional public void erase() { table.insert(); } }")
                .with(
                        "people/PersonTable.java",
                        "class PersonTable { org.springframework.jdbc.core.simple.JdbcClient db;\n"
                                + "void insert() { db.sql(\"insert\").update(); }\n"
                                + "int count() { return db.sql(\"select\").query(Integer.class).single(); } }")
                .built();

        assertThat(doorsWithoutTransaction(house)).containsExactly("by.pobach.people.Persons.keep");
    }

    private static List<String> ownClocks(House house) {
        return accesses(house)
                .filter(access -> !KEEPERS_OF_TIME.contains(
                        House.topLevel(access.getOriginOwner()).getName()))
                .filter(access -> readsTheTime(access.getTarget().getOwner().getName(), access))
                .map(access -> House.topLevel(access.getOriginOwner()).getName() + ": "
                        + access.getTarget().getOwner().getSimpleName() + "."
                        + access.getTarget().getName() + "()")
                .distinct()
                .sorted()
                .toList();
    }

    /** {@code now} without a Clock, {@code currentTimeMillis}, {@code new Date()}, {@code Clock.system…}; nanoTime only measures. */
    private static boolean readsTheTime(String owner, JavaAccess<?> access) {
        String name = access.getTarget().getName();
        boolean clockGiven = access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget call
                && call.getRawParameterTypes().stream()
                        .anyMatch(type -> type.getName().equals("java.time.Clock"));
        return (owner.startsWith("java.time.") && name.equals("now") && !clockGiven)
                || (owner.equals("java.time.Clock") && name.startsWith("system"))
                || (owner.equals("java.util.Date") && name.equals("<init>"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    private static List<String> printing(House house) {
        return accesses(house)
                .filter(access -> access.getTarget().getOwner().getName().equals("java.lang.System"))
                .filter(access ->
                        Set.of("out", "err").contains(access.getTarget().getName()))
                .map(access -> House.topLevel(access.getOriginOwner()).getName())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> openPages(House house) {
        return house.classes().stream()
                .filter(SizeTests::isHttp)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getName)
                .sorted()
                .toList();
    }

    private static List<String> injectedFields(House house) {
        return house.classes().stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> Stream.of("Autowired", "Value")
                        .anyMatch(
                                name -> field.isAnnotatedWith("org.springframework.beans.factory.annotation." + name)))
                .map(JavaField::getFullName)
                .sorted()
                .toList();
    }

    private static Stream<JavaAccess<?>> accesses(House house) {
        return house.classes().stream()
                .filter(type -> !House.moduleOf(type).isEmpty())
                .flatMap(type -> type.getAccessesFromSelf().stream());
    }

    /** By the text: what is called inside the arguments of a logger's methods. */
    private static List<String> talkingLogs(House house) {
        return Syntax.of(house).calls().stream()
                .filter(call -> isLog(call.tree()))
                .flatMap(call -> {
                    var said = personal(call.tree().getArguments());
                    return said.isEmpty()
                            ? Stream.empty()
                            : Stream.of(call.file() + ":" + call.line() + " logs " + String.join(", ", said));
                })
                .toList();
    }

    private static boolean isLog(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree receiver
                && receiver.getName().toString().matches("(?i)log|logger")
                && select.getIdentifier().toString().matches("trace|debug|info|warn|error|log");
    }

    private static TreeSet<String> personal(List<? extends ExpressionTree> arguments) {
        var said = new TreeSet<String>();
        var names = new TreeScanner<Void, Void>() {
            @Override
            public Void visitMemberSelect(MemberSelectTree tree, Void nothing) {
                add(tree.getIdentifier().toString());
                return super.visitMemberSelect(tree, nothing);
            }

            @Override
            public Void visitIdentifier(IdentifierTree tree, Void nothing) {
                // A local "name" is a thread's or a job's; somebody.name() is somebody's.
                if (!tree.getName().contentEquals("name")) {
                    add(tree.getName().toString());
                }
                return null;
            }

            private void add(String name) {
                if (PERSONAL.matcher(name).matches()) {
                    said.add(name);
                }
            }
        };
        names.scan(arguments, null);
        return said;
    }

    private static boolean isDoor(JavaClass type) {
        return type.isTopLevelClass()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isMetaAnnotatedWith("org.springframework.stereotype.Component")
                && !House.moduleOf(type).isEmpty();
    }

    /** Public methods of doors that reach an update through calls inside their module, none of them transactional. */
    private static List<String> doorsWithoutTransaction(House house) {
        return house.classes().stream()
                .filter(HabitsTests::isDoor)
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> writesUnprotected(method, new HashSet<>()))
                .map(HabitsTests::named)
                .sorted()
                .distinct()
                .toList();
    }

    private static String named(JavaMethod method) {
        return method.getOwner().getName() + "." + method.getName();
    }

    private static boolean writesUnprotected(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit) || ownsTransaction(unit)) {
            return false;
        }
        return unit.getAccessesFromSelf().stream()
                .anyMatch(access -> isUpdate(access)
                        || access.getTarget().resolveMember().stream()
                                .filter(JavaCodeUnit.class::isInstance)
                                .map(JavaCodeUnit.class::cast)
                                .filter(next -> House.ours(next.getOwner()))
                                .filter(next -> House.moduleOf(next.getOwner()).equals(House.moduleOf(unit.getOwner())))
                                .anyMatch(next -> writesUnprotected(next, seen)));
    }

    /** By its annotation, its class's, a {@code TransactionTemplate} at work in it, or by handing its work to the rounds of visits, which run it in one. */
    private static boolean ownsTransaction(JavaCodeUnit unit) {
        return unit.isMetaAnnotatedWith(TRANSACTIONAL)
                || unit.getOwner().isMetaAnnotatedWith(TRANSACTIONAL)
                || unit.getAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTargetOwner().getName().matches(TEMPLATE)
                                        && access.getTarget().getName().startsWith("execute")
                                || access.getTargetOwner().getName().equals("by.pobach.visits.Rounds"));
    }

    private static boolean isUpdate(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().startsWith("org.springframework.jdbc.core")
                && access.getTarget().getName().matches("update|batchUpdate");
    }
}
