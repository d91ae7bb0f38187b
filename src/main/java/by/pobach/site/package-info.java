/**
 * The public face: home and prose pages.
 *
 * <p>A page of prose is a whole file in each language, {@code about.be.html}, {@code .ru}, {@code .en}; it names its
 * description in its first tag, and that makes it a public page: with an address of its own for search engines. What is
 * true of one Centre only (address, hours, the way in, numbers, services, how long data is kept) is never written into a
 * file but put in.
 *
 * <p>The easy-to-read twin of {@code /about} is {@code /easy/about}, of the first page {@code /easy}; its files are
 * {@code about.easy-be.html} and {@code about.easy-ru.html}, its {@code main} has the class {@code easy}. The language
 * tag stays {@code be} or {@code ru}. Who chose easy words sees the twin at the page's own address, too. There is no easy English: who asks for it is led to the whole page.
 *
 * <p>Structured data is microdata of schema.org in the very text that people read: nothing is said to machines alone, and
 * the rule that no page holds a script of its own has no exception.
 */
@ApplicationModule(allowedDependencies = {"web", "places", "offers", "visits", "calendar"})
@NullMarked
package by.pobach.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
