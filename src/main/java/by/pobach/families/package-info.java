/**
 * Children and those who stand beside them: parents, foster parents, legal representatives, teachers, a young person who decides,
 * the specialist whose work it is. What the family told us once, and who may see it.
 *
 * <p>One question decides everywhere: {@link by.pobach.families.Access#may}. Whoever may not see a child does not learn that we
 * know the child. The database asks the same question a second time ({@code families.sees}), so a forgotten question here is an
 * empty page and not somebody else’s child.
 *
 * <p>There is no field for a diagnosis, for papers, for parents’ work, health or past: nobody needs one to be helped.
 */
@ApplicationModule(allowedDependencies = {"people", "places", "journal", "vault", "web"})
@NullMarked
package by.pobach.families;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
