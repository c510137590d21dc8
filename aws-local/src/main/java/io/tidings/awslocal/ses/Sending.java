package io.tidings.awslocal.ses;

import io.tidings.awslocal.faults.Faults;
import io.tidings.awslocal.faults.Kind;
import io.tidings.awslocal.mail.Draft;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.mail.PlannedEvent;
import io.tidings.awslocal.wire.Account;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Lets mail in or refuses it, writes down what it let in, and sets its events going. */
final class Sending {
    private final Account account;
    private final SesState state;
    private final Faults faults;
    private final MailStore mails;
    private final Outcomes outcomes;
    private final @Nullable Timeline timeline;
    private final InstantSource clock;
    private final SentQuota quota;

    Sending(
            Account account,
            SesState state,
            Faults faults,
            MailStore mails,
            Outcomes outcomes,
            @Nullable Timeline timeline,
            SentQuota quota,
            InstantSource clock) {
        this.account = account;
        this.state = state;
        this.faults = faults;
        this.mails = mails;
        this.outcomes = outcomes;
        this.timeline = timeline;
        this.quota = quota;
        this.clock = clock;
    }

    /** What SES says to each, in their order. The mails that are let in are on record when this returns. */
    List<Admission> send(List<? extends Candidate> candidates, byte[] request) {
        var answers = new ArrayList<Admission>(candidates.size());
        var admitted = new ArrayList<Draft>(candidates.size());
        for (var candidate : candidates) {
            var refusal = switch (candidate) {
                case Candidate.Unreadable unreadable -> unreadable.refusal();
                case Candidate.Readable readable -> refusal(readable.draft());
            };
            if (refusal == null && candidate instanceof Candidate.Readable readable) {
                admitted.add(readable.draft());
            }
            answers.add(refusal == null ? new Admission.Accepted("") : refusal);
        }
        if (!admitted.isEmpty()) {
            accept(admitted, answers, request);
        }
        return answers;
    }

    private void accept(List<Draft> admitted, List<Admission> answers, byte[] request) {
        var accepted = mails.accept(admitted, this::plan, request, clock.instant(), this::schedule);
        var next = accepted.iterator();
        answers.replaceAll(answer -> answer instanceof Admission.Accepted
                ? new Admission.Accepted(next.next().id())
                : answer);
    }

    private void schedule(List<Mail> accepted) {
        if (timeline != null) {
            timeline.schedule(accepted);
        }
    }

    private List<PlannedEvent> plan(Draft draft) {
        return timeline == null ? List.of() : outcomes.of(draft);
    }

    private @Nullable SendRefusal refusal(Draft draft) {
        var standing = standing(draft);
        if (standing != null) {
            return standing;
        }
        var domains = draft.recipients().stream()
                .map(recipient -> Addresses.domain(Addresses.address(recipient)))
                .toList();
        return faults.strikes(Kind.THROTTLE, domains).isPresent()
                ? SendRefusal.throttled(state.account())
                : quota.charge(draft.recipients());
    }

    private @Nullable SendRefusal standing(Draft draft) {
        var now = state.account();
        if (now.suspended()) {
            return SendRefusal.suspended();
        }
        if (!now.sendingEnabled()) {
            return SendRefusal.accountPaused();
        }
        var set = draft.configurationSet();
        if (set != null) {
            var found = state.configurationSets().get(set);
            if (found == null) {
                return SendRefusal.noConfigurationSet(set);
            }
            if (!found.sendingEnabled()) {
                return SendRefusal.configurationSetPaused(set);
            }
        }
        return identities(draft, now);
    }

    private @Nullable SendRefusal identities(Draft draft, AccountState now) {
        var sender = Addresses.address(draft.from());
        var identity = state.identityOf(sender);
        var failed = new ArrayList<String>();
        if (identity == null || !identity.verified()) {
            failed.add(sender);
        }
        if (!now.production()) {
            for (var recipient : draft.recipients()) {
                var address = Addresses.address(recipient);
                if (!Simulator.owns(address) && !state.isVerified(address)) {
                    failed.add(address);
                }
            }
        }
        if (!failed.isEmpty() || identity == null) {
            return SendRefusal.unverified(account.region().toUpperCase(Locale.ROOT), failed);
        }
        var mailFrom = identity.mailFrom();
        return mailFrom != null && !identity.mailFromVerified() && identity.rejectsOnMxFailure()
                ? SendRefusal.mailFrom(mailFrom)
                : null;
    }
}
