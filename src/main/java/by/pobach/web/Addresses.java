package by.pobach.web;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whole addresses, for those who read our pages from outside: search engines, feeds, a link put into a message. */
@Component("addresses")
public class Addresses {
    private final String base;

    Addresses(@Value("${pobach.base-url:}") String base) {
        this.base = base.replaceFirst("/+$", "");
    }

    /** The address of a path of ours; the path itself where nobody has said what the house is called. */
    public String of(String path) {
        return base + path;
    }

    /** The one address of a public page in a language: without a query, which would make two pages of one. */
    public String of(String path, Language language) {
        return of(path.replaceFirst("\\?.*", "") + "?" + LanguageChoice.NAME + "=" + language.tag());
    }
}
