package by.pobach.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Which language a request is answered in: {@code ?lang=}, else the cookie {@code lang}, else {@code Accept-Language},
 * else Belarusian. Programs ({@code /api/}) choose by the header alone.
 */
@Component("localeResolver")
class LanguageChoice implements LocaleResolver {
    static final String NAME = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Language language = of(request);
        boolean easy = !Paths.isApi(request) && Look.of(request).isEasy();
        return easy ? language.easy() : language.locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("people choose with ?lang=");
    }

    Language of(HttpServletRequest request) {
        return Paths.isApi(request)
                ? accepted(request).orElse(Language.BE)
                : asked(request)
                        .or(() -> kept(request))
                        .or(() -> accepted(request))
                        .orElse(Language.BE);
    }

    /** Read from the address alone: a form may have a field of that name, and a body is not ours to open here. */
    static Optional<Language> asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? Optional.empty()
                : Arrays.stream(query.split("&"))
                        .filter(part -> part.startsWith(NAME + "="))
                        .findFirst()
                        .flatMap(part -> known(part.substring(NAME.length() + 1)));
    }

    private static Optional<Language> kept(HttpServletRequest request) {
        return Cookies.of(request, NAME).flatMap(LanguageChoice::known);
    }

    private static Optional<Language> accepted(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null) {
            return Optional.empty();
        }
        try {
            List<Locale> ours =
                    Arrays.stream(Language.values()).map(Language::locale).toList();
            Locale best = Locale.lookup(Locale.LanguageRange.parse(header), ours);
            return Optional.ofNullable(best).map(Language::of);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<Language> known(@Nullable String tag) {
        return Arrays.stream(Language.values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
