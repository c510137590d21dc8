package io.tidings.awslocal.ses;

import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.sns.Topics;
import io.tidings.awslocal.state.StateStore;
import io.tidings.awslocal.wire.Account;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** SES, put together. */
public final class Ses implements AutoCloseable {
    private static final long KEEP_SECONDS = 2;

    private final AccountState atStart;
    private final SesState state;
    private final SentQuota quota;
    private final MailStore mails;
    private final @Nullable Timeline timeline;
    private final Endpoint endpoint;
    private final Endpoint firstApi;
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ses-keeper").daemon().factory());

    public Ses(
            Account account,
            AccountState atStart,
            Delays delays,
            boolean publishesEvents,
            StateStore store,
            Path folder,
            MailStore mails,
            Topics topics,
            Faults faults,
            InstantSource clock) {
        this.atStart = atStart;
        this.mails = mails;
        state = new SesState(store, atStart);
        quota = new SentQuota(state, store, clock);
        var outcomes = new Outcomes(state, faults, delays);
        var publisher = new EventPublisher(account, state, topics, outcomes);
        timeline = publishesEvents ? new Timeline(publisher, mails, faults, clock, new Outstanding(folder)) : null;
        var sending = new Sending(account, state, faults, mails, outcomes, timeline, quota, clock);
        var accountActions = new AccountActions(state, quota);
        endpoint = new SesEndpoint(
                new SendActions(
                        new SendEmailRequest(new Templates(state)),
                        sending,
                        faults,
                        () -> timeline != null && timeline.isBehind()),
                accountActions,
                new IdentityActions(state),
                new ConfigurationSetActions(state),
                new TemplateActions(state, clock),
                new SuppressionActions(state, clock));
        firstApi = new SesV1Endpoint(state, endpoint, accountActions);
    }

    public void start() {
        if (timeline != null) {
            timeline.start();
        }
        var unused = keeper.scheduleWithFixedDelay(quota::keep, KEEP_SECONDS, KEEP_SECONDS, TimeUnit.SECONDS);
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    public Endpoint firstApi() {
        return firstApi;
    }

    /** What the mail looks like, to those who want to read it. */
    public Contents contents() {
        return new Contents(new Templates(state));
    }

    public SesState state() {
        return state;
    }

    public MailStore mails() {
        return mails;
    }

    /** Events that are planned or on their way. */
    /** Mails on record. */
    public long accepted() {
        return mails.size();
    }

    /** Calls refused for the rate since the start. */
    public long throttled() {
        return quota.throttled();
    }

    public int eventsWaiting() {
        return timeline == null ? 0 : timeline.waiting();
    }

    /** Forgets all mail, and what was still to be told of it. */
    public void forgetMail() {
        if (timeline != null) {
            timeline.clear();
        }
        mails.clear();
    }

    /** As new: no mail, no settings. */
    public void reset() {
        forgetMail();
        state.clear();
        state.change(account -> atStart);
        quota.clear();
    }

    @Override
    public void close() {
        keeper.shutdownNow();
        if (timeline != null) {
            timeline.close();
        }
        quota.keep();
    }
}
