package io.tidings.awslocal.ses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account's standing and limits.
 *
 * @param rate recipients a second; 0 or less is no limit
 * @param dailyQuota recipients in 24 hours; less than 0 is no limit
 * @param throttlingSpelling TooManyRequestsException (429) or ThrottlingException (400): SES answers with either
 * @param reading whether GetAccount answers
 * @param verifiesIdentities whether a new identity is verified at once, or stays pending
 */
public record AccountState(
        double rate,
        double dailyQuota,
        String throttlingSpelling,
        boolean production,
        boolean sendingEnabled,
        boolean suspended,
        boolean verifiesIdentities,
        List<String> suppressedReasons,
        @Nullable Reading reading) {

    /** What comes of asking for all this; null, as data of earlier versions has it, is ALLOWED. */
    public enum Reading {
        ALLOWED,
        DENIED,
        FAILING
    }

    public static final double UNLIMITED = -1;

    public static AccountState unlimited() {
        return limitedTo(UNLIMITED, UNLIMITED);
    }

    public static AccountState limitedTo(double rate, double dailyQuota) {
        return new AccountState(
                rate,
                dailyQuota,
                "TooManyRequestsException",
                true,
                true,
                false,
                true,
                List.of("BOUNCE", "COMPLAINT"),
                Reading.ALLOWED);
    }

    public AccountState withLimits(double changedRate, double changedQuota) {
        return new AccountState(
                changedRate,
                changedQuota,
                throttlingSpelling,
                production,
                sendingEnabled,
                suspended,
                verifiesIdentities,
                suppressedReasons,
                reading);
    }

    public AccountState withProduction(boolean changed) {
        return new AccountState(
                rate,
                dailyQuota,
                throttlingSpelling,
                changed,
                sendingEnabled,
                suspended,
                verifiesIdentities,
                suppressedReasons,
                reading);
    }

    AccountState withSendingEnabled(boolean enabled) {
        return new AccountState(
                rate,
                dailyQuota,
                throttlingSpelling,
                production,
                enabled,
                suspended,
                verifiesIdentities,
                suppressedReasons,
                reading);
    }

    AccountState withSuppressedReasons(List<String> reasons) {
        return new AccountState(
                rate,
                dailyQuota,
                throttlingSpelling,
                production,
                sendingEnabled,
                suspended,
                verifiesIdentities,
                reasons,
                reading);
    }
}
