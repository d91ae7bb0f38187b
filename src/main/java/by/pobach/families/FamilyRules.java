package by.pobach.families;

import by.pobach.places.OwnRules;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The Centre's rules about families; settings, not law. */
@Component
public class FamilyRules {
    public static final String DECIDES_FROM_YEARS = "families.decides-from-years";
    public static final String ASSIGNED_DAYS = "families.assigned-days";

    private final CameWith cameWith;
    private final OwnRules own;

    /** What the installation came with, in {@code pobach.families}. */
    @ConfigurationProperties("pobach.families")
    record CameWith(
            @DefaultValue("16") int decidesFromYears,
            @DefaultValue("14") int assignedDays) {}

    FamilyRules(CameWith cameWith, OwnRules own) {
        this.cameWith = cameWith;
        this.own = own;
    }

    /**
     * From this age a young person agrees to the use of their data themselves. In Belarus 16: for those under 16 one legal
     * representative agrees (Law of 7 May 2021 No. 99-З on the protection of personal data, article 5; to be checked by a lawyer
     * of the country that uses it).
     */
    public int decidesFromYears() {
        return own.number(DECIDES_FROM_YEARS).orElse(cameWith.decidesFromYears());
    }

    /** How many days after a visit a specialist, or after taking it on a coordinator, still sees the child. */
    public int assignedDays() {
        return own.number(ASSIGNED_DAYS).orElse(cameWith.assignedDays());
    }

    /** Whether somebody born in this month has that age; from the month on in which the birthday falls. */
    boolean mayDecide(@Nullable YearMonth born, YearMonth now) {
        return born != null && !born.plusYears(decidesFromYears()).isAfter(now);
    }
}
