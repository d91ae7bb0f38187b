package by.pobach.story;

import java.util.List;

/**
 * One picture of a story and what stands under it.
 *
 * @param drawing a fragment of {@code web/drawings}
 * @param words the key of the sentence without the module, such as {@code here.door}
 * @param arguments in the order of the sentence
 */
record Card(String drawing, String words, List<Object> arguments) {

    static Card of(String drawing, String words, Object... arguments) {
        return new Card(drawing, words, List.of(arguments));
    }
}
