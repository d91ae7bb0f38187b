package by.pobach.factors;

import by.pobach.signin.SecondStep;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the password page who has more than a password. */
@Component
class StaffSteps implements SecondStep {
    private final SecondFactors factors;
    private final PasskeyTable passkeys;

    StaffSteps(SecondFactors factors, PasskeyTable passkeys) {
        this.factors = factors;
        this.passkeys = passkeys;
    }

    @Override
    public boolean isSetUp(UUID staffId) {
        return factors.hasApp(staffId) || hasPasskey(staffId);
    }

    boolean hasPasskey(UUID staffId) {
        return !passkeys.of(PasskeyOwners.STAFF + staffId).isEmpty();
    }
}
