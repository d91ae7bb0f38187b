/**
 * What a family agrees to, what it takes back, and who opens a child’s page when there is danger.
 *
 * <p>A consent is a row that is never changed; taking it back is a row of its own. Nothing leaves the house without a
 * {@link by.pobach.consent.Consents.Proof}, which only {@link by.pobach.consent.Consents} makes, at the moment of use. In a danger
 * somebody of the staff opens a child’s page for sixty minutes, is seen doing it, and an officer looks at it afterwards.
 */
@ApplicationModule(
        allowedDependencies = {"families", "people", "places", "signin", "letters", "journal", "vault", "web"})
@NullMarked
package by.pobach.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
