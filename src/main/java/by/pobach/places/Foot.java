package by.pobach.places;

import by.pobach.web.FooterFacts;
import org.springframework.stereotype.Component;

/** Tells the frame whose house this is. */
@Component
class Foot implements FooterFacts {
    private final Centre centre;

    Foot(Centre centre) {
        this.centre = centre;
    }

    @Override
    public Facts now() {
        CentreFacts facts = centre.facts();
        String phone = facts.phones().isEmpty() ? "" : facts.phones().getFirst();
        return new Facts(facts.name(), facts.address(), phone, facts.email());
    }
}
