package by.pobach.settings;

/** A button below a form: where it goes, the key of what it says, and whether it takes something away. */
record Act(String href, String label, boolean danger) {}
