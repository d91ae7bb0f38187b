package by.pobach.web;

/** What the foot of every page says about whose house this is. The module that knows the Centre implements it. */
public interface FooterFacts {

    /**
     * The facts themselves.
     *
     * @param phone as people dial it, with the country's code; empty when there is none
     * @param email empty when there is none
     */
    record Facts(Words name, Words address, String phone, String email) {}

    Facts now();
}
