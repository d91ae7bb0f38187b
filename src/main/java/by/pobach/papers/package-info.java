/**
 * What the Centre signs on paper: the certificate of attendance («Даведка аб наведванні») for the head of a school.
 *
 * <p>The door is {@link by.pobach.papers.Papers}. A certificate says that somebody was at the Centre on a day, from and to,
 * and nothing about what for, with whom or with which device. The name is typed or confirmed before printing and kept
 * nowhere: a number a year, the visit, when and by whom is all that stays. A school asks about a number with a code, and
 * learns that it was issued, and for which day. The file is a tagged PDF (PDF/UA-1, ISO 14289-1), made by
 * {@link by.pobach.papers.TaggedPdf}.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "places", "signin", "visits"})
@NullMarked
package by.pobach.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
