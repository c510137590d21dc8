package io.tidings.core.pacing;

import io.tidings.core.memory.MemoryPorts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** An account at SES with processes that send all they may. SES is strict: a bucket of a second's worth, refilled steadily. */
final class Account {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    final SimulatedTime time = new SimulatedTime(START);
    final PermitStore line = new MemoryPorts().permits();
    final List<Sent> sent = new ArrayList<>();
    /** What SES really allows. */
    double perSecond;
    /** How long each call to the line takes now. */
    Supplier<Duration> latency = () -> Duration.ZERO;

    private final double said;
    private double tokens;
    private Instant filled = START;

    record Sent(Instant at, int count, boolean refused) {}

    Account(double perSecond) {
        this.perSecond = perSecond;
        this.said = perSecond;
        this.tokens = size();
    }

    private double size() {
        return Math.max(1, perSecond);
    }

    /** Both on the way there and on the way back somebody else may be quicker. */
    private final class SlowLine implements PermitStore {
        @Override
        public Line read() {
            return slowly(line::read);
        }

        @Override
        public boolean move(Line seen, Line next) {
            return slowly(() -> line.move(seen, next));
        }

        private <T> T slowly(Supplier<T> call) {
            Duration half = latency.get().dividedBy(2);
            try {
                time.sleep(half);
                T answer = call.get();
                time.sleep(half);
                return answer;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    SendPacer pacer(InstantSource clock) {
        SendQuota quota = new SendQuota(said, OptionalDouble.empty(), 0, false, true);
        return new SendPacer(new SlowLine(), () -> quota, clock, 0.1);
    }

    /** Sends campaign mail in batches, as one worker does. */
    SimulatedTime.Process sending(SendPacer pacer, Duration clockAhead, Duration run) {
        return () -> {
            Instant end = time.instant().plus(run);
            while (time.instant().isBefore(end)) {
                switch (pacer.reserve(Lane.CAMPAIGN, 50)) {
                    case Permit.Granted(int count, Instant from, Instant until) -> {
                        time.sleepUntil(from.minus(clockAhead));
                        if (!time.instant().isAfter(until.minus(clockAhead)) && !takes(count)) {
                            pacer.throttled();
                        }
                    }
                    case Permit.Later(Duration delay) -> time.sleep(delay);
                    case Permit.QuotaSpent(Duration delay) -> time.sleep(delay);
                }
            }
        };
    }

    void run(int processes, Duration run) throws InterruptedException {
        time.run(sending(processes, run));
    }

    private List<SimulatedTime.Process> sending(int processes, Duration run) {
        List<SimulatedTime.Process> all = new ArrayList<>();
        for (int i = 0; i < processes; i++) {
            all.add(sending(pacer(time), Duration.ZERO, run));
        }
        return all;
    }

    /** @param change what happens at that time */
    void run(int processes, Duration until, Runnable change, Duration run) throws InterruptedException {
        List<SimulatedTime.Process> all = sending(processes, run);
        all.add(() -> {
            time.sleep(until);
            change.run();
        });
        time.run(all);
    }

    private boolean takes(int count) {
        Instant now = time.instant();
        tokens = Math.min(size(), tokens + Duration.between(filled, now).toNanos() / 1e9 * perSecond);
        filled = now;
        boolean taken = tokens >= count - 1e-6;
        tokens -= taken ? count : 0;
        sent.add(new Sent(now, count, !taken));
        return taken;
    }

    double takenPerSecond(Duration after, Duration before) {
        long taken = between(after, before).stream()
                .filter(one -> !one.refused())
                .mapToLong(Sent::count)
                .sum();
        return taken / (double) before.minus(after).toSeconds();
    }

    double partOfCallsRefused(Duration after, Duration before) {
        List<Sent> calls = between(after, before);
        return calls.stream().filter(Sent::refused).count() / (double) calls.size();
    }

    private List<Sent> between(Duration after, Duration before) {
        return sent.stream()
                .filter(one -> !one.at().isBefore(START.plus(after)) && one.at().isBefore(START.plus(before)))
                .toList();
    }
}
