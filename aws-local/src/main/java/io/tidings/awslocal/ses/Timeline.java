package io.tidings.awslocal.ses;

import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.faults.Kind;
import io.tidings.awslocal.faults.Rule;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes every planned event when it is due. What was not published before a stop or a kill is published after the restart. */
final class Timeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Timeline.class);
    private static final Set<Kind> DISORDER = EnumSet.of(Kind.DUPLICATE, Kind.REORDER);

    /** Mail that waits longer, or in a longer row, is read from the log again when its turn comes. */
    private static final long SHORT_WAIT_MILLIS = 5_000;

    private static final int SHORT_ROW = 20_000;
    private static final int MANY = 100_000;
    private static final long LATE_MILLIS = 500;

    private final EventPublisher publisher;
    private final MailStore mails;
    private final Faults faults;
    private final InstantSource clock;
    private final Outstanding outstanding;
    private final DelayQueue<Due> row = new DelayQueue<>();
    private final Object publishing = new Object();
    private final Thread thread;
    private volatile boolean open = true;

    Timeline(EventPublisher publisher, MailStore mails, Faults faults, InstantSource clock, Outstanding outstanding) {
        this.publisher = publisher;
        this.mails = mails;
        this.faults = faults;
        this.clock = clock;
        this.outstanding = outstanding;
        this.thread = Thread.ofPlatform().name("ses-events").daemon().unstarted(this::run);
    }

    /** Takes up what an earlier run left, and begins to publish. */
    void start() {
        outstanding.recover(mails, (mail, events) -> {
            for (var i = events.nextSetBit(0); i >= 0; i = events.nextSetBit(i + 1)) {
                offer(mail, i);
            }
        });
        thread.start();
    }

    /** Called in the order of acceptance. */
    void schedule(List<Mail> accepted) {
        outstanding.add(accepted);
        for (var mail : accepted) {
            for (var i = 0; i < mail.events().size(); i++) {
                offer(mail, i);
            }
        }
    }

    int waiting() {
        return row.size();
    }

    /** Whether many events are past their time: mail comes faster than they can be published. */
    boolean isBehind() {
        var first = row.size() < MANY ? null : row.peek();
        return first != null && first.at() < clock.millis() - LATE_MILLIS;
    }

    void clear() {
        // Not while an event is being published: its record would be taken for one of the next mail.
        synchronized (publishing) {
            row.clear();
            outstanding.clear();
        }
    }

    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outstanding.close();
    }

    private void offer(Mail mail, int index) {
        var event = mail.events().get(index);
        var at = mail.at().toEpochMilli() + event.after();
        var thing = mail.tags().isEmpty() ? mail.id() : event.recipients() + event.type() + mail.tags();
        for (var rule : rules(event.recipients())) {
            if (faults.dice().rollFor(rule.kind().spelling(), thing, rule.rate())) {
                var window = rule.delayOr(500);
                var shift = (long) (faults.dice().fractionFor(rule.kind() + " shift", thing) * window);
                if (rule.kind() == Kind.DUPLICATE) {
                    row.add(due(mail, index, at + shift, true));
                } else {
                    at += shift;
                }
            }
        }
        row.add(due(mail, index, at, false));
    }

    private List<Rule> rules(List<String> recipients) {
        return recipients.isEmpty() ? List.of() : faults.rulesFor(Addresses.domain(recipients.getFirst()), DISORDER);
    }

    private Due due(Mail mail, int index, long at, boolean isCopy) {
        var isSoon = at - clock.millis() < SHORT_WAIT_MILLIS && row.size() < SHORT_ROW;
        return new Due(at, mail.seq(), index, isCopy, isSoon ? mail : null, clock);
    }

    private void run() {
        var batch = new ArrayList<Due>();
        while (open) {
            try {
                var first = row.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    row.drainTo(batch, 255);
                    for (var due : batch) {
                        publish(due);
                    }
                    batch.clear();
                }
                outstanding.flush();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("An event was not published; it will be after a restart", e);
                batch.clear();
            }
        }
    }

    private void publish(Due due) {
        var mail = due.mail() == null ? mails.find(due.seq()) : due.mail();
        if (mail == null) {
            return;
        }
        synchronized (publishing) {
            publisher.publish(mail, due.index());
            if (!due.isCopy()) {
                outstanding.published(due.seq(), due.index());
            }
        }
    }

    /** Tells of a mail and of those of its events that are still to be published. */
    @FunctionalInterface
    interface Left {
        void events(Mail mail, BitSet events);
    }
}
