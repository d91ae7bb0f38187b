/**
 * The shell: page frame, form fields, languages, errors. No domain words; every module may use it.
 *
 * <p>A page stands in the frame. Whatever {@code <main>} holds is the page; the title is said in full:
 *
 * <pre>{@code
 * <!doctype html>
 * <html xmlns:th="http://www.thymeleaf.org" th:replace="~{web/frame :: page(title=#{visits.who.title}, main=~{::main})}">
 * <main>
 *   <th:block th:replace="~{web/frame :: steps(now=2, all=4)}"/>
 *   <th:block th:replace="~{web/fields :: error-summary}"/>
 *   <h1 th:text="#{visits.who.title}"></h1>
 *   <form method="post" th:action="@{/visits}">
 *     <th:block th:replace="~{web/fields :: text(name='name', label=#{visits.name}, value=${form.name},
 *         hint=#{visits.name.why}, autocomplete='name')}"/>
 *     <th:block th:replace="~{web/fields :: radios(name='tell', label=#{visits.tell}, options=${tell}, value=${form.tell})}"/>
 *     <button class="button" th:text="#{visits.book}"></button>
 *   </form>
 * </main>
 * </html>
 * }</pre>
 *
 * <p>Fields ({@code web/fields}): name, label and value are always given ({@code value=${null}} when empty); the rest by
 * name when wanted.
 * <ul>
 *   <li>{@code text}: hint, type (email, tel, date, search, password), autocomplete, inputmode, size ({@code short},
 *       {@code middle}), spellcheck ({@code 'false'} for names and codes)
 *   <li>{@code textarea}: hint, rows
 *   <li>{@code radios}: options (a list of {@link by.pobach.web.Choice}), hint, {@code inline=true}
 *   <li>{@code checkboxes}: options, values (a collection of what is ticked) in place of value, hint
 *   <li>{@code checkbox}: one box in one sentence; {@code ticked}
 *   <li>{@code select}: options, hint
 *   <li>{@code hidden(name, value)}
 * </ul>
 * Around radios and checkboxes {@code th:with="signs=…"} may name a drawing for each value: it is shown to whoever reads easy
 * words, as {@code ~{web/frame :: sign('clock')}} is beside a heading.
 *
 * <p>Never name a model attribute like one of these options.
 *
 * <p>Three traps: fragments stand in a file of their own, never behind {@code </html>} of a page, where they would be
 * rendered with it; what a template reads from an enum or class must be public (records are read as they are); a record
 * that a form is bound to has no primitive {@code boolean}, because an unticked box sends nothing.
 *
 * <p>When a form is refused, the page class puts {@link by.pobach.web.Problems} into the model as {@code problems} and
 * answers 422 with the same view and everything typed: the title then begins with the word for an error, the summary
 * comes first and takes the focus, each line leads to its field, each field says its own problem.
 *
 * <p>The frame also has {@code steps(now, all)}, {@code notice(tone, text)} with tone {@code info}, {@code done} or
 * {@code problem}, {@code back(href)}. Classes worth knowing: {@code button}, {@code button quiet}, {@code button
 * danger}, {@code card}, {@code lead}, {@code facts} (a {@code dl}), {@code choices} (a list of large links),
 * {@code wide} on {@code main}. Every page knows {@code ${frame.language}}, {@code ${frame.demo}}; dates are written by
 * {@code ${@dates.moment(instant, zone, frame.language)}}. Words come from {@code messages*.properties} of each module
 * (ICU patterns, see {@link by.pobach.web.IcuMessages}). Pages that live behind a secret link carry
 * {@link by.pobach.web.Discreet}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package by.pobach.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
