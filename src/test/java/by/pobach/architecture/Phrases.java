package by.pobach.architecture;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The words of one module in one language, as patterns; the easy ones say some of them in simple words. */
record Phrases(String module, String language, boolean easy, String file, TreeMap<String, String> patterns) {
    private static final String SUFFIX = ".properties";

    static List<Phrases> of(House house) {
        var all = new ArrayList<Phrases>();
        for (Path file : house.files(SUFFIX)) {
            String name = file.getFileName().toString();
            if (name.startsWith("messages")) {
                String tag = name.replaceAll("messages_?|\\" + SUFFIX, "");
                boolean easy = tag.startsWith("easy");
                String plain = tag.replaceAll("easy_?", "");
                String language = plain.isEmpty() ? "be" : plain;
                all.add(new Phrases(
                        house.moduleOf(file), language, easy, house.name(file), patterns(house.read(file))));
            }
        }
        return all;
    }

    private static TreeMap<String, String> patterns(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var patterns = new TreeMap<String, String>();
        properties.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
        return patterns;
    }

    /** The names and numbers of the arguments. */
    static Set<String> arguments(String pattern) {
        var parsed = new MessagePattern(pattern);
        var names = new TreeSet<String>();
        for (int i = 0; i < parsed.countParts(); i++) {
            var type = parsed.getPartType(i);
            if (type == Part.Type.ARG_NAME || type == Part.Type.ARG_NUMBER) {
                names.add(parsed.getSubstring(parsed.getPart(i)));
            }
        }
        return names;
    }

    /** For each plural in the pattern, the forms it has words for. */
    static List<Set<String>> plurals(String pattern) {
        var parsed = new MessagePattern(pattern);
        var plurals = new ArrayList<Set<String>>();
        for (int i = 0; i < parsed.countParts(); i++) {
            if (parsed.getPartType(i) == Part.Type.ARG_START
                    && parsed.getPart(i).getArgType() == MessagePattern.ArgType.PLURAL) {
                plurals.add(forms(parsed, i));
            }
        }
        return plurals;
    }

    private static Set<String> forms(MessagePattern parsed, int start) {
        var forms = new LinkedHashSet<String>();
        for (int i = start + 1; i < parsed.getLimitPartIndex(start); i++) {
            if (parsed.getPartType(i) == Part.Type.ARG_SELECTOR) {
                forms.add(parsed.getSubstring(parsed.getPart(i)));
            } else if (parsed.getPartType(i) == Part.Type.MSG_START) {
                i = parsed.getLimitPartIndex(i);
            }
        }
        return forms;
    }
}
