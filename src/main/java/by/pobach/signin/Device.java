package by.pobach.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** What somebody signed in with, as far as they need it to know their own devices; nothing more of it is kept. */
enum Device {
    PHONE("phone", ""),
    TABLET("tablet", ""),
    WINDOWS("computer", "Windows"),
    MAC("computer", "Mac"),
    LINUX("computer", "Linux"),
    OTHER("other", "");

    private final String kind;
    private final String system;

    Device(String kind, String system) {
        this.kind = kind;
        this.system = system;
    }

    /** Of the words for it. */
    String key() {
        return "signin.device." + kind;
    }

    /** The name that its maker gave it, or empty. */
    String system() {
        return system;
    }

    static Device of(HttpServletRequest request) {
        String said = request.getHeader("User-Agent");
        String browser = said == null ? "" : said.toLowerCase(Locale.ROOT);
        if (browser.contains("ipad") || browser.contains("android") && !browser.contains("mobile")) {
            return TABLET;
        }
        if (browser.contains("iphone") || browser.contains("android") || browser.contains("mobile")) {
            return PHONE;
        }
        if (browser.contains("windows")) {
            return WINDOWS;
        }
        if (browser.contains("mac os")) {
            return MAC;
        }
        return browser.contains("linux") ? LINUX : OTHER;
    }
}
