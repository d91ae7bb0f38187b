package by.pobach.site;

import by.pobach.web.Addresses;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What search engines are shown, and what is none of theirs: everything of a person, and every search for a time. */
@RestController
class SearchEngines {
    private static final List<String> NOT_THEIRS =
            List.of("/api/", "/book", "/desk", "/outbox", "/set-up", "/sign-in", "/times?", "/visit", "/wish");

    private final List<PublicPages> pages;
    private final Addresses addresses;

    SearchEngines(List<PublicPages> pages, Addresses addresses) {
        this.pages = pages;
        this.addresses = addresses;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        StringBuilder robots = new StringBuilder("User-agent: *\n");
        NOT_THEIRS.forEach(path -> robots.append("Disallow: ").append(path).append('\n'));
        robots.append("\nSitemap: ").append(addresses.of("/sitemap.xml")).append('\n');
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(robots.toString());
    }

    /** Each page once in every language it is written in, each with its twins (sitemaps.org 0.9, hreflang). */
    @GetMapping("/sitemap.xml")
    ResponseEntity<String> sitemap() {
        StringBuilder map = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
                """);
        pages.forEach(some -> some.paths().forEach(path -> entries(map, path)));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(map.append("</urlset>\n").toString());
    }

    private void entries(StringBuilder map, String path) {
        List<Language> languages = List.of(Language.values());
        String twins = languages.stream()
                .map(language -> "<xhtml:link rel=\"alternate\" hreflang=\"%s\" href=\"%s\"/>"
                        .formatted(language.tag(), address(path, language)))
                .reduce("", String::concat);
        languages.forEach(language -> map.append("<url><loc>")
                .append(address(path, language))
                .append("</loc>")
                .append(twins)
                .append("</url>\n"));
    }

    private String address(String path, Language language) {
        return HtmlUtils.htmlEscape(addresses.of(path, language));
    }
}
