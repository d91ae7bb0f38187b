package by.pobach.papers;

/** What came of asking for a certificate. */
sealed interface PaperOutcome {

    /** It has its number; the first one, if it was asked for before. */
    record Issued(Paper paper) implements PaperOutcome {}

    /** Nobody said that the person came. */
    record VisitNotKept() implements PaperOutcome {}

    /** Name and contact of the visit are erased: nobody can know any more who was there. */
    record TooOld() implements PaperOutcome {}

    /** Nothing to call the person by. */
    record NoName() implements PaperOutcome {}

    /** Something typed cannot stand on paper: too long, a link, letters that the font does not have. */
    record Unprintable(String field) implements PaperOutcome {}
}
