package by.pobach.visits;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/** Somebody with a browser that knows no scripts: opens pages, follows links, sends forms as they stand. */
public record Family(MockMvc browser, String language) {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    /** A page as it came, and how to read it. */
    public record Page(int status, String html, String location) {

        public String heading() {
            return first("<h1[^>]*>(.*?)</h1>");
        }

        /** The first group of the first place that matches, as people read it. */
        public String first(String pattern) {
            return all(pattern).findFirst().orElseThrow(() -> new AssertionError(pattern + " is not in " + html));
        }

        public Stream<String> all(String pattern) {
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(html)
                    .results()
                    .map(match -> HtmlUtils.htmlUnescape(match.group(1))
                            .replaceAll("<[^>]+>", "")
                            .strip());
        }

        public List<String> problems() {
            return all("<li>\\s*<a href=\"#[^\"]*\">(.*?)</a>").toList();
        }

        Map<String, String> form() {
            Map<String, String> fields = new LinkedHashMap<>();
            HIDDEN.matcher(html)
                    .results()
                    .forEach(field -> fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
            return fields;
        }
    }

    public Page opens(String address) {
        UriComponentsBuilder parts = UriComponentsBuilder.fromUriString(address.replaceFirst("#.*", ""));
        return answer(get(parts.build(address.contains("%")).toUri()));
    }

    public Page sends(String path, Map<String, String> form) {
        MockHttpServletRequestBuilder request = post(path);
        form.forEach(request::param);
        return answer(request);
    }

    private Page answer(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = browser.perform(request.header("Accept-Language", language))
                    .andReturn()
                    .getResponse();
            response.setCharacterEncoding("UTF-8");
            return new Page(
                    response.getStatus(),
                    response.getContentAsString(),
                    String.valueOf(response.getHeader("Location")));
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** The form of the earliest time for this barrier, filled in by a mother with this address. */
    Map<String, String> fillsIn(String times, String email) {
        String card = opens(times).first("class=\"button\" rel=\"nofollow\" href=\"([^\"]+)\"");
        Map<String, String> form = opens(card).form();
        form.put("who", "family");
        form.put("name", "Алеся");
        form.put("email", email);
        form.put("language", language);
        form.put("agreed", "true");
        return form;
    }

    /** Goes all the way; the address of the visit. */
    public String books(String times, String email) {
        Page check = sends("/book/check", fillsIn(times, email));
        return sends("/visits", check.form()).location();
    }
}
