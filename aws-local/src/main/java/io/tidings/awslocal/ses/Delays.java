package io.tidings.awslocal.ses;

/** When SES reports what, in milliseconds after it took the mail. */
public record Delays(long send, long delivery, long bounce, long complaint, long delay, long open, long click) {
    public static final Delays SHORT = new Delays(0, 50, 50, 150, 30, 200, 300);

    /** Everything but Send comes so much later, in its usual order. */
    public static Delays after(long millis) {
        return new Delays(0, millis, millis, millis + 100, millis / 2, millis + 150, millis + 250);
    }
}
