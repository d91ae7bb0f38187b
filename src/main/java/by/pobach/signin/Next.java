package by.pobach.signin;

import org.jspecify.annotations.Nullable;

/** Where somebody goes on after signing in: only ever a page of our own, under the hat that was put on. */
public final class Next {
    private Next() {}

    /** A page of the desk, or its first page in place of anything else. */
    public static String desk(@Nullable String next) {
        return ToSignIn.safe(next, Hat.STAFF);
    }

    /** A page of the family, or its first page in place of anything else. */
    public static String family(@Nullable String next) {
        return ToSignIn.safe(next, Hat.PERSON);
    }
}
