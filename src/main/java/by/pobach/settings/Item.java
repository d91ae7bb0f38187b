package by.pobach.settings;

/** A line of a list that leads to a form. */
record Item(String href, String name, String note) {}
