package by.pobach.web;

/** A name or sentence that people of the Centre enter in three languages. */
public record Words(String be, String ru, String en) {

    public String in(Language language) {
        return switch (language) {
            case BE -> be;
            case RU -> ru;
            case EN -> en;
        };
    }

    /** Words that are the same in every language, such as a model number. */
    public static Words same(String text) {
        return new Words(text, text, text);
    }
}
