package by.pobach.journeys;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was said, as a person would retell it: every word and every role that one hears, nothing twice, and of a long list its
 * beginning and its end.
 */
final class Transcript {
    /** Said by the simulation, and by no screen reader that people use. */
    private static final Pattern UNSAID =
            Pattern.compile("(end of )?(document|paragraph|time|strong|emphasis|form|group|term|definition|mark|small)"
                    + "|end of (?!main|banner|contentinfo|region|navigation|group|list$|table).*");

    private static final Pattern WITH_PARTS = Pattern.compile("(link|button|heading), (.*)");
    private static final Pattern ITEM = Pattern.compile("listitem, level (\\d+), position (\\d+), set size (\\d+)");
    private static final Pattern CODE = Pattern.compile("\\b[B-DF-HJ-NP-TV-XZ]{8}\\b");
    /** When something happened, and until when it can be undone, is the database's own clock. */
    private static final Pattern HAPPENED = Pattern.compile("^[^:]*, \\d\\d:\\d\\d: ");

    private static final Pattern UNTIL = Pattern.compile("(?<= (да|до|until) )\\d\\d:\\d\\d\\.");

    /** Which of several equal rooms it is falls by lot, lest all who ask at once reach for the first. */
    private static final Pattern ROOM = Pattern.compile("(Кабінет сустрэч|Кабинет встреч|Meeting room) \\d+");

    private static final int SHOWN = 3;

    private final List<String> lines = new ArrayList<>();
    private String item = "";

    private Transcript() {}

    /** All of the page. */
    static List<String> of(List<String> said) {
        Transcript transcript = new Transcript();
        List<String> plain =
                said.stream().map(phrase -> phrase.replace('\u00a0', ' ')).toList();
        for (int at = 0; at < plain.size(); at++) {
            at = transcript.hears(plain, at);
        }
        return transcript.lines;
    }

    /** What stands between the head and the foot of the page, which are the same everywhere, and its title. */
    static List<String> ofMain(List<String> said) {
        List<String> main = new ArrayList<>(said.subList(said.indexOf("main"), said.indexOf("end of main") + 1));
        main.addFirst(said.getFirst());
        return of(main);
    }

    /** Takes in what was said at this place, with its parts, and answers where they end. */
    private int hears(List<String> said, int at) {
        String phrase = said.get(at);
        Matcher listed = ITEM.matcher(phrase);
        if (listed.matches()) {
            int number = Integer.parseInt(listed.group(2));
            int of = Integer.parseInt(listed.group(3));
            if (of > SHOWN + 2 && number > SHOWN && number < of) {
                if (number == SHOWN + 1) {
                    lines.add("  … " + (of - SHOWN - 1) + " more …");
                }
                return said.subList(at, said.size()).indexOf("end of " + phrase) + at;
            }
            item = "  ".repeat(Integer.parseInt(listed.group(1))) + number + "/" + of + " ";
        } else if (!UNSAID.matcher(phrase).matches() && !again(phrase)) {
            lines.add(item + steady(phrase));
            item = item.isBlank() ? "" : " ".repeat(item.length());
        }
        if (phrase.startsWith("end of list")) {
            item = "";
        }
        return WITH_PARTS.matcher(phrase).matches() ? end(said, at) : at;
    }

    private static String steady(String phrase) {
        String said = UNTIL.matcher(CODE.matcher(phrase).replaceAll("[code]")).replaceAll("[hour].");
        String where = ROOM.matcher(said).replaceAll("$1 [any]");
        return HAPPENED.matcher(where).replaceFirst("[day, hour]: ");
    }

    /** A label is read with its field; alone behind it, it says nothing new. */
    private boolean again(String phrase) {
        return !lines.isEmpty() && lines.getLast().strip().matches("(?:\\S+ )?\\w+, \\Q" + phrase + "\\E(, .*)?");
    }

    /** Where its parts end; it has none when the same is said again before. */
    private static int end(List<String> said, int at) {
        List<String> after = said.subList(at + 1, said.size());
        int end = after.indexOf("end of " + said.get(at));
        int next = after.indexOf(said.get(at));
        return end < 0 || next >= 0 && next < end ? at : at + 1 + end;
    }
}
