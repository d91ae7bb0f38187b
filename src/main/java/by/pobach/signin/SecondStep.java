package by.pobach.signin;

import java.util.UUID;

/** A second step of signing in, as the first one sees it; whoever builds one makes it a bean. */
public interface SecondStep {
    /** Whether this staff member has it, so that the password alone opens nothing. */
    boolean isSetUp(UUID staffId);
}
