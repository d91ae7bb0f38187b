package by.pobach.site;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One part of the way to us, as the Centre wrote it: a line that may begin with a heading and a colon.
 *
 * @param heading empty when the line has none
 * @param text what comes behind it
 */
record WayIn(String heading, String text) {
    private static final int LONGEST_HEADING = 60;
    /** What a line speaks of, in the Centre's three languages, and the drawing of it; the first that fits. */
    private static final Map<String, String> DRAWINGS = drawings();

    static List<WayIn> of(String written) {
        return written.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(WayIn::line)
                .toList();
    }

    private static WayIn line(String line) {
        int colon = line.indexOf(": ");
        return colon < 0 || colon > LONGEST_HEADING
                ? new WayIn("", line)
                : new WayIn(line.substring(0, colon), capital(line.substring(colon + 2)));
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Map<String, String> drawings() {
        Map<String, String> drawings = new LinkedHashMap<>();
        drawings.put("пандус|ramp", "ramp");
        drawings.put("ліфт|лифт|lift", "lift");
        drawings.put("прыбіральн|туалет|toilet", "toilet");
        drawings.put("ціхі|тихий|quiet", "quiet");
        drawings.put("брат|сястр|сестр|brother|sister|пачакаць|подождать|wait", "wait");
        drawings.put("метро|аўтобус|автобус|станцы|станци|metro|bus|station", "station");
        drawings.put("уваход|вход|дзверы|двер|entrance|door", "door");
        drawings.put("сустрэ|встрет|to meet|to be met", "together");
        return drawings;
    }

    /** The drawing beside it, by what the Centre wrote; somebody on the way when nothing fits. */
    public String drawing() {
        String about = (heading.isEmpty() ? text : heading).toLowerCase(Locale.ROOT);
        return DRAWINGS.entrySet().stream()
                .filter(one -> Pattern.compile(one.getKey()).matcher(about).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("move");
    }

    /** One thought at a time, for the easy pages. */
    public List<String> sentences() {
        return Arrays.stream(text.split("(?<=[.!?])\\s+", -1))
                .filter(sentence -> !sentence.isBlank())
                .toList();
    }
}
