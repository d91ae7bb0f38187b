/**
 * Who and what is taken when: the one place that promises time.
 *
 * <p>A <em>resource</em> is a specialist, a room, a device, an interpreter, or a radio channel between two neighbouring
 * rooms. A <em>hold</em> takes one resource for a half-open range of instants. That no two unreleased holds of a resource
 * overlap is an exclusion constraint of the database, not a habit of this code.
 *
 * <p>Finding a time is done in memory: {@link by.pobach.diary.Diary#search} works on bit sets of five-minute steps, one
 * per resource and day. <b>Bits propose, the database decides</b>: a proposal may be stale by a fraction of a second, so
 * {@link by.pobach.diary.Diary#hold} may refuse, and the caller refreshes what it looked at and asks again.
 *
 * <p>Upper modules register what they own with {@link by.pobach.diary.Diary#register}; nothing here points back at them.
 */
@ApplicationModule(allowedDependencies = {"web", "people", "places"})
@NullMarked
package by.pobach.diary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
