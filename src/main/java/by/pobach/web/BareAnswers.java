package by.pobach.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the server refuses before our doors, such as an address that is no address: our words,
 * where Tomcat would show its own.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class BareAnswers implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private final IcuMessages messages;

    BareAnswers(IcuMessages messages) {
        this.messages = messages;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                replace(host);
            }
        });
    }

    private void replace(StandardHost host) {
        Arrays.stream(host.getPipeline().getValves())
                .filter(ErrorReportValve.class::isInstance)
                .forEach(host.getPipeline()::removeValve);
        Valve ours = new InOurWords();
        host.setErrorReportValveClass(ours.getClass().getName()); // or Tomcat would add its own beside ours
        host.getPipeline().addValve(ours);
    }

    private final class InOurWords extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            try {
                response.setContentType("text/html;charset=UTF-8");
                response.setHeader("Cache-Control", "no-store");
                response.setHeader("Content-Security-Policy", "default-src 'none'");
                response.getOutputStream().write(page(Trouble.of(status)).getBytes(StandardCharsets.UTF_8));
                response.finishResponse();
            } catch (IOException | IllegalStateException gone) {
                // Nobody is there any more to read it.
                return;
            }
        }
    }

    /** In all three languages: of an address that is none, not even the head was read. */
    private String page(Trouble trouble) {
        String parts = Arrays.stream(Language.values())
                .map(language -> part(language, trouble))
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="be"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title></head><body><main>%s</main></body></html>
                """.formatted(messages.say(Language.BE, trouble.title()), parts);
    }

    private String part(Language language, Trouble trouble) {
        String heading = language == Language.BE ? "h1" : "h2";
        return "<div lang=\"%s\"><%s>%s</%s><p>%s</p><p><a href=\"/?lang=%s\">%s</a></p></div>\n"
                .formatted(
                        language.tag(),
                        heading,
                        messages.say(language, trouble.title()),
                        heading,
                        messages.say(language, trouble.text()),
                        language.tag(),
                        messages.say(language, "web.error.home"));
    }
}
