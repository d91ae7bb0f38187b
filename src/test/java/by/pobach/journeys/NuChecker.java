package by.pobach.journeys;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The Nu HTML checker in this JVM: its schemas are read once for all pages. Errors and warnings alike. It follows the
 * schema's choices by recursion, so it has a thread with a deep stack.
 */
final class NuChecker implements ErrorHandler {
    private static final long STACK = 64L << 20;
    private static final ExecutorService DEEP = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(null, work, "nu-checker", STACK);
        thread.setDaemon(true);
        return thread;
    });
    private static final Future<NuChecker> ONE = DEEP.submit(NuChecker::new);

    private final List<String> complaints = new ArrayList<>();
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(false, false, true);

    private NuChecker() throws Exception {
        validator.setUpMainSchema("http://s.validator.nu/html5-rdfalite.rnc", this);
        validator.setUpValidatorAndParsers(this, false, false);
    }

    static List<String> complaints(String html) {
        try {
            return DEEP.submit(() -> ONE.get().check(html)).get();
        } catch (ExecutionException wrong) {
            throw new IllegalStateException("The HTML checker does not work", wrong);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private List<String> check(String html) {
        complaints.clear();
        try {
            validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
        } catch (IOException | SAXException wrong) {
            complaints.add(String.valueOf(wrong));
        }
        return List.copyOf(complaints);
    }

    /** The checker's own output calls the slash, which Spring writes in its hidden fields, a note and no warning. */
    private void add(String kind, SAXParseException about) {
        if (about.getMessage().startsWith("Trailing slash on void elements")) {
            return;
        }
        complaints.add(kind + " in line " + about.getLineNumber() + ": " + about.getMessage());
    }

    @Override
    public void warning(SAXParseException about) {
        add("warning", about);
    }

    @Override
    public void error(SAXParseException about) {
        add("error", about);
    }

    @Override
    public void fatalError(SAXParseException about) {
        add("error", about);
    }
}
