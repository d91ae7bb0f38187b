package by.pobach.letters;

/**
 * How the post is doing, for the desk.
 *
 * @param mailLeaves false when no mail server is set and this is no example: letters wait and nobody gets them
 * @param waiting mail not yet on its way
 * @param toTell what people have to say themselves
 */
public record PostState(boolean mailLeaves, int waiting, int toTell) {}
