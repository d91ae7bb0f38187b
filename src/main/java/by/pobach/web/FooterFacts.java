package by.pobach.web;

/** What the foot of every page says about whose house this is. The module that knows the Centre implements it. */
public interface FooterFacts {
    Words name();

    Words address();

    /** As people dial it, with the country's code. */
    String phone();

    String email();
}
