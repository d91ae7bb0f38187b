package by.pobach.families;

/** What somebody may want with a child’s record. */
public enum Action {
    /** To learn that the child is known here at all: to find it in a list, by a search, by an id. */
    KNOW,
    /** Times and places of visits. */
    SEE_TIMES,
    /** What the family told once, what helps, how the child says yes and no. */
    SEE_STORY,
    /** To write it. */
    CHANGE_STORY,
    /** Who looked, when and what for. */
    SEE_LOG,
    /** To say who else may see, to agree and to take back, to take everything along, to have it erased. */
    STEER
}
