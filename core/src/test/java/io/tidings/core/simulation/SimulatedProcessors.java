package io.tidings.core.simulation;

import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.sending.FeedbackBacklog;
import io.tidings.core.sending.FeedbackReading;
import io.tidings.core.sending.FeedbackSilence;
import io.tidings.core.sending.SendSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What SES reports, and those who record it: in no order, some twice. Faulty ones take reports and hold them for a while, and die with
 * what they hold, some before they could tell that it was late.
 */
final class SimulatedProcessors implements FeedbackBacklog, FeedbackReading {

    private final List<Lying> lying = new ArrayList<>();
    private final List<Lying> held = new ArrayList<>();
    private final Random random;
    private final InstantSource clock;
    private final RecordFeedback record;
    private final boolean faulty;
    private Instant upTo = Instant.EPOCH;
    private Instant lateAt = Instant.EPOCH;

    /** A report in the queue, and until when it is hidden because somebody took it. */
    private static final class Lying {
        private final Happened report;
        private Instant hiddenUntil = Instant.EPOCH;
        private int tries;

        Lying(Happened report) {
            this.report = report;
        }
    }

    SimulatedProcessors(Random random, InstantSource clock, RecordFeedback record, boolean faulty) {
        this.random = random;
        this.clock = clock;
        this.record = record;
        this.faulty = faulty;
    }

    void post(Happened report) {
        lying.add(new Lying(report));
    }

    boolean isEmpty() {
        return lying.isEmpty();
    }

    @Override
    public Depth depth() {
        long waiting = waiting().size();
        return new Depth(waiting, lying.size() - waiting, 0);
    }

    @Override
    public Reading now() {
        return new Reading(upTo, lateAt);
    }

    private List<Lying> waiting() {
        Instant now = clock.instant();
        return lying.stream().filter(one -> !one.hiddenUntil.isAfter(now)).toList();
    }

    /** One of them does one thing; false when there is nothing to do. */
    boolean work() {
        if (!held.isEmpty() && random.nextInt(4) == 0) {
            if (random.nextInt(3) == 0) {
                held.clear();
            } else {
                record(held.removeLast());
            }
            return true;
        }
        List<Lying> waiting = waiting();
        if (waiting.isEmpty()) {
            return false;
        }
        take(waiting.get(random.nextInt(waiting.size())));
        return true;
    }

    private void take(Lying one) {
        Instant now = clock.instant();
        one.tries++;
        one.hiddenUntil = now.plus(SendSettings.DEFAULT.redelivery());
        // The last try before it would be parked succeeds.
        boolean mayDie = faulty && one.tries < SendSettings.DEFAULT.tries();
        if (mayDie && random.nextInt(40) == 0) {
            return;
        }
        if (one.report.at().plus(FeedbackSilence.LATE).isBefore(now)) {
            lateAt = now;
        }
        if (mayDie && random.nextInt(4) == 0) {
            held.add(one);
        } else {
            record(one);
        }
    }

    private void record(Lying one) {
        try {
            record.record(List.of(one.report));
        } catch (Crash e) {
            return;
        }
        upTo = one.report.at();
        if (random.nextInt(20) > 0) {
            lying.remove(one);
        }
    }

    /** Everything that lies there, whoever had taken it. */
    void recordAll() {
        while (!lying.isEmpty()) {
            record(lying.getFirst());
        }
    }
}
