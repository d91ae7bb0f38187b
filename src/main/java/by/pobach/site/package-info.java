/**
 * The public face: home and prose pages.
 *
 * <p>A page of prose is a whole file in each language, {@code about.be.html}, {@code .ru}, {@code .en}; it names its
 * description in its first tag, and that makes it a public page: with an address of its own for search engines. What is
 * true of one Centre only (address, hours, the way in, numbers, services, how long data is kept) is never written into a
 * file but put in.
 *
 * <p>A page in short and simple words has the same address: whoever chose «Коратка і проста» at its head ({@code
 * ?words=easy}, kept as a setting of the page) is shown {@code about.easy-be.html} or {@code about.easy-ru.html}, and the
 * language tag stays {@code be} or {@code ru}. English has none. Search engines are shown the whole page alone.
 *
 * <p>Structured data is microdata of schema.org in the very text that people read: nothing is said to machines alone, and
 * the rule that no page holds a script of its own has no exception. (A content policy does not stop data blocks such as
 * JSON-LD, since they are never executed; it would be allowed, and say everything twice.)
 */
@ApplicationModule(allowedDependencies = {"web", "places", "offers", "visits", "calendar"})
@NullMarked
package by.pobach.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
