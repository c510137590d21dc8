package io.tidings.core.pacing;

/** SES has not said since the start what the account may send, so nothing is sent. */
public final class QuotaUnknown extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean refused;

    /** @param refused whether it stays so until a person acts */
    public QuotaUnknown(String why, boolean refused) {
        super(why, null, false, false);
        this.refused = refused;
    }

    public boolean refused() {
        return refused;
    }
}
