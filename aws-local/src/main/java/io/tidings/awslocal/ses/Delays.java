package io.tidings.awslocal.ses;

/** When SES reports what, in milliseconds after it took the mail. */
public record Delays(long send, long delivery, long bounce, long complaint, long delay, long open, long click) {
    public static final Delays SHORT = new Delays(0, 50, 50, 150, 30, 200, 300);
}
