package by.pobach.consent;

import by.pobach.consent.Agreement.Assent;
import by.pobach.consent.Agreement.Paper;
import by.pobach.families.Who;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was typed when somebody agrees, on screen or copied from paper. */
record ConsentForm(Map<String, String> sent) {
    private static final int LONGEST = 1_000;

    public String at(String field) {
        return sent.getOrDefault(field, "")
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\n\t]]", "")
                .strip();
    }

    /** Whether somebody of the staff copies it from paper. */
    private static boolean onPaper(Who who) {
        return who instanceof Who.Colleague;
    }

    /** What is agreed to; empty after telling what is missing. */
    Optional<Agreement> agreement(UUID child, Language language, Instant now, ZoneId zone, Problems problems) {
        Who who = Who.now();
        Optional<Purpose> purpose = one("purpose", Purpose.of(at("purpose")), problems);
        String what = text("what", problems);
        String recipient = text("recipient", problems);
        Optional<LocalDate> until = one("until", day(at("until")), problems);
        Optional<Assent> assent = one("assent", Assent.of(at("assent")), problems);
        Optional<UUID> giver = one("giver", giver(who), problems);
        Optional<LocalDate> signed = onPaper(who) ? one("signed", day(at("signed")), problems) : Optional.empty();
        if (!onPaper(who) && !at("agreed").equals("true")) {
            problems.add("agreed", "consent.problem.agreed");
        }
        boolean ahead = signed.filter(day -> day.isAfter(LocalDate.ofInstant(now, zone)))
                .isPresent();
        if (ahead) {
            problems.add("signed", "consent.problem.signed");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Agreement(
                child,
                purpose.orElseThrow(),
                what,
                recipient,
                now,
                until.orElseThrow().plusDays(1).atStartOfDay(zone).toInstant(),
                giver.orElseThrow(),
                assent.orElseThrow(),
                assent.orElseThrow() == Assent.NOT_ASKED ? at("because") : "",
                text(language, who),
                paper(who, signed)));
    }

    private Agreement.Text text(Language shown, Who who) {
        return onPaper(who)
                ? new Agreement.Text(at("version"), Language.of(at("language")))
                : new Agreement.Text(Texts.NEWEST, shown);
    }

    private static @Nullable Paper paper(Who who, Optional<LocalDate> signed) {
        return who instanceof Who.Colleague(UUID me) && signed.isPresent() ? new Paper(signed.get(), me, null) : null;
    }

    private Optional<UUID> giver(Who who) {
        try {
            return switch (who) {
                case Who.Kin(UUID me) -> Optional.of(me);
                case Who.Colleague _ -> Optional.of(UUID.fromString(at("giver")));
                case Who.Machine _, Who.Stranger _ -> Optional.empty();
            };
        } catch (IllegalArgumentException nobody) {
            return Optional.empty();
        }
    }

    private String text(String field, Problems problems) {
        String typed = at(field);
        if (typed.isEmpty()) {
            problems.add(field, "consent.problem." + field);
        } else if (typed.length() > LONGEST) {
            problems.add(field, "consent.problem.too-long", LONGEST);
        }
        return typed;
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> one(String field, Optional<T> found, Problems problems) {
        if (found.isEmpty()) {
            problems.add(field, "consent.problem." + field);
        }
        return found;
    }
}
