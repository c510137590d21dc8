package io.tidings.awslocal.ses;

import io.tidings.awslocal.mail.Mail;
import java.time.InstantSource;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An event that waits for its time; a copy is a duplicate that nobody misses. */
record Due(
        long at,
        long seq,
        int index,
        boolean isCopy,
        @Nullable Mail mail,
        InstantSource clock) implements Delayed {

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(at - clock.millis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return other instanceof Due due && at != due.at
                ? Long.compare(at, due.at)
                : other instanceof Due due
                        ? order(due)
                        : Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
    }

    private int order(Due other) {
        return seq != other.seq ? Long.compare(seq, other.seq) : Integer.compare(index, other.index);
    }
}
