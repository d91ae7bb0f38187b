package by.pobach.architecture.planted.upper;

/** Planted: called from below. */
public record Roof(String tiles) {}
