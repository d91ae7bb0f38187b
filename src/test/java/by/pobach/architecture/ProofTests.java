package by.pobach.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A family’s consent is proved in one place: nobody else makes, copies or conjures up a proof. */
class ProofTests {
    private static final String ONLY_HERE = "consent/Consents.java";
    private static final Pattern MAKES = Pattern.compile(
            "new\\s+(?:Consents\\.)?Proof\\s*\\(\\s*(?!ago)|Proof\\.class\\s*\\.\\s*get(?:Declared)?Constructor|Proof::new");
    private static final Pattern OPEN =
            Pattern.compile("(?:public|protected)\\s+Proof\\s*\\(|\\n\\s+Proof\\s*\\([^)]*\\)\\s*\\{");

    @TempDir
    Path scratch;

    @Test
    void only_the_door_of_consents_makes_a_proof() {
        assertThat(House.real().read(House.real().sources().resolve(ONLY_HERE))).containsPattern(MAKES);
        assertThat(makers(House.real())).isEmpty();
    }

    @Test
    void a_referral_that_makes_its_own_proof_and_an_open_constructor_are_found() {
        var house = Planted.in(scratch)
                .with("consent/Consents.java", """
                        class Consents {
                            static final class Proof {
                                public Proof(String consent) {}
                            }
                            Proof proof() { return new Proof("a"); }
                        }""")
                .with("requests/Referrals.java", """
                        class Referrals {
                            Object refer() { return new Consents.Proof("forged"); }
                        }""")
                .with("schools/Shares.java", """
                        class Shares {
                            Object share() throws Exception { return Proof.class.getDeclaredConstructor(String.class); }
                        }""")
                .unbuilt();

        assertThat(makers(house))
                .containsExactly(
                        "consent/Consents.java opens its constructor",
                        "requests/Referrals.java makes a proof",
                        "schools/Shares.java makes a proof");
    }

    private static List<String> makers(House house) {
        return house.files(".java").stream()
                .flatMap(file -> {
                    String name = house.name(file);
                    String text = house.read(file);
                    boolean here = name.equals(ONLY_HERE);
                    boolean wrong = here
                            ? OPEN.matcher(text).find()
                            : text.contains("onsent") && MAKES.matcher(text).find() || text.contains("Proof.class.get");
                    return wrong
                            ? java.util.stream.Stream.of(name + (here ? " opens its constructor" : " makes a proof"))
                            : java.util.stream.Stream.<String>empty();
                })
                .sorted()
                .toList();
    }
}
