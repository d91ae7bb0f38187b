package by.pobach.places;

import by.pobach.web.FooterFacts;
import by.pobach.web.Words;
import org.springframework.stereotype.Component;

/** The Centre at the foot of every page. */
@Component
class CentreInFooter implements FooterFacts {
    private final Centre centre;

    CentreInFooter(Centre centre) {
        this.centre = centre;
    }

    @Override
    public Words name() {
        return centre.facts().name();
    }

    @Override
    public Words address() {
        return centre.facts().address();
    }

    /** The main phone; empty before set-up. */
    @Override
    public String phone() {
        return centre.facts().phones().stream().findFirst().orElse("");
    }

    @Override
    public String email() {
        return centre.facts().email();
    }
}
