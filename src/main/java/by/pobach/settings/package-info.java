/**
 * The plain forms with which the Centre sets itself up: itself, hours, rooms, staff, services, absences, texts of letters, rules.
 *
 * <p>It owns no fact: each form reads and writes through the door of the module that does. What it owns is who changed what
 * and when ({@link by.pobach.settings.ChangeTable}), and with it the revision by which a form notices that somebody else was
 * faster. A {@link by.pobach.settings.Form} is a list of fields with what they hold now; {@link by.pobach.settings.Forms}
 * shows it and keeps what was typed, in one transaction, or says at each field why not. Only those who run the desk get in
 * ({@link by.pobach.settings.Doorkeeper}).
 */
@ApplicationModule(
        allowedDependencies = {
            "web",
            "families",
            "people",
            "places",
            "signin",
            "diary",
            "equipment",
            "offers",
            "letters",
            "visits"
        })
@NullMarked
package by.pobach.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
