package by.pobach.places;

import by.pobach.web.FooterFacts;
import org.springframework.stereotype.Component;

/** The Centre at the foot of every page. */
@Component
class CentreInFooter implements FooterFacts {
    private final Centre centre;

    CentreInFooter(Centre centre) {
        this.centre = centre;
    }

    @Override
    public Facts now() {
        CentreFacts facts = centre.facts();
        return new Facts(
                facts.name(),
                facts.address(),
                facts.phones().stream().findFirst().orElse(""),
                facts.email());
    }
}
