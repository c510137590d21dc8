package io.tidings.core.simulation;

import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.ReportKind;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.sending.Mail;
import io.tidings.core.sending.MailTransport;
import io.tidings.core.sending.SendOutcome;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes mail, refuses some calls, loses some answers, and reports all it took. */
final class FakeSes implements MailTransport {

    private final List<String> accepted = new ArrayList<>();
    private final List<Mail> taken = new ArrayList<>();
    private final Random random;
    private final InstantSource clock;
    private final Crash.Dice dice;
    private final Consumer<Happened> feedback;
    private boolean faulty;
    private double refusedForNow;
    private boolean quotaSpent;
    private @Nullable SendOutcome answer;
    private boolean bouncesSome = true;

    FakeSes(Random random, InstantSource clock, Crash.Dice dice, Consumer<Happened> feedback, boolean faulty) {
        this.faulty = faulty;
        this.random = random;
        this.clock = clock;
        this.dice = dice;
        this.feedback = feedback;
    }

    /** This part of the messages, from now on. */
    void refuseForNow(double part) {
        refusedForNow = part;
    }

    /** Others sent from the account, too, and the pacer does not know of it yet. */
    void quotaIsSpent(boolean spent) {
        quotaSpent = spent;
    }

    /** To all messages, from now on; nothing lets them be taken again. */
    void answerAll(@Nullable SendOutcome with) {
        answer = with;
    }

    /** Everybody can be reached, again and again. */
    void deliverAll() {
        bouncesSome = false;
    }

    void answerAlways() {
        faulty = false;
    }

    List<String> accepted() {
        return accepted;
    }

    /** The mails behind {@link #accepted()}. */
    List<Mail> taken() {
        return taken;
    }

    @Override
    public List<SendOutcome> send(List<Mail> mails) {
        if (quotaSpent) {
            return answers(mails, new SendOutcome.QuotaSpent("Daily message quota exceeded."));
        }
        if (answer != null) {
            return answers(mails, answer);
        }
        int fate = faulty ? random.nextInt(12) : -1;
        if (fate == 0) {
            return answers(mails, new SendOutcome.Throttled("Maximum sending rate exceeded."));
        }
        if (fate == 1) {
            return answers(mails, new SendOutcome.Unknown("no answer, and nothing was taken"));
        }
        List<SendOutcome> outcomes =
                dice.around(() -> mails.stream().map(this::take).toList());
        return fate == 2 ? answers(mails, new SendOutcome.Unknown("no answer, but all was taken")) : outcomes;
    }

    private SendOutcome take(Mail mail) {
        if (random.nextDouble() < refusedForNow) {
            return new SendOutcome.RefusedForNow("as simulated");
        }
        accepted.add(mail.to().toString());
        taken.add(mail);
        String id = "ses-" + accepted.size();
        report(mail, id, ReportKind.SENT);
        report(mail, id, bouncesSome && random.nextInt(10) == 0 ? ReportKind.PERMANENT_BOUNCE : ReportKind.DELIVERED);
        return new SendOutcome.Accepted(id);
    }

    private void report(Mail mail, String id, ReportKind kind) {
        List<String> to = List.of(mail.to().toString());
        feedback.accept(new Happened(
                kind,
                clock.instant(),
                clock.instant(),
                id,
                to,
                to,
                "as simulated",
                null,
                MessageTags.read(mail.tags()).orElseThrow()));
    }

    private static List<SendOutcome> answers(List<Mail> mails, SendOutcome all) {
        return mails.stream().map(_ -> all).toList();
    }
}
