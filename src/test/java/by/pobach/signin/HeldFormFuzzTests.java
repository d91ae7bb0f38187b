package by.pobach.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What is carried through signing in: where to go on, and a form that waits. Neither leads out of the house. */
class HeldFormFuzzTests {
    static Stream<String> carried() {
        return Stream.of(
                "/desk/visits/1?day=2027-03-01",
                "/family/children",
                "//evil.example",
                "/desk/../../x",
                "/desk\r\nSet-Cookie: a=b",
                "/desk?next=//evil.example",
                "javascript:1",
                "name=%D0%90&note=a%0Ab&=x&y",
                "a=%zz&b=%",
                "2001:db8::1%eth0",
                "203.0.113.7");
    }

    @MethodSource("carried")
    @FuzzTest(maxDuration = "60s")
    void whoever_signs_in_goes_on_in_the_house(@NotNull String next) {
        assertThat(Next.desk(next)).matches("/desk([/?][\\x21-\\x7e]*)?").doesNotContain("..", "\\");
        assertThat(Next.family(next)).matches("/family([/?][\\x21-\\x7e]*)?").doesNotContain("..", "\\");
    }

    @MethodSource("carried")
    @FuzzTest(maxDuration = "60s")
    void a_form_that_waits_comes_whole_through_its_packing(@NotNull String packed) {
        HeldForm form = HeldForm.unpacked("/desk/tasks", packed).orElseThrow();

        assertThat(form.packed()).matches("[\\w.*+%&=-]*");
        assertThat(HeldForm.unpacked("/desk/tasks", form.packed()).orElseThrow().packed())
                .isEqualTo(form.packed());
    }

    @MethodSource("carried")
    @FuzzTest(maxDuration = "60s")
    void an_address_is_counted_whatever_it_looks_like(@NotNull String address) {
        assertThat(GuessLimit.network(address)).isEqualTo(GuessLimit.network(address));
        assertThat(Secrets.hash(address)).hasSize(32);
    }
}
