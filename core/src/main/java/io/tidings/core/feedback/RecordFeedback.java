package io.tidings.core.feedback;

import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import io.tidings.core.ledger.MessageLedger;
import io.tidings.core.ledger.MessageTags;
import io.tidings.core.ledger.Recorder;
import io.tidings.core.ledger.Recorder.News;
import io.tidings.core.suppression.SuppressionStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Makes facts, counters and suppressions of what SES reports. When it returns, all of it is stored, and the reports may be forgotten. */
public final class RecordFeedback {

    private final Recorder recorder;
    private final RecordConsequences consequences;

    /** @param givingUpIsPermanent whether 4.4.7, SES tried for as long as it tries, stops mail as a permanent bounce does */
    public RecordFeedback(
            MessageLedger ledger, SuppressionStore suppressions, InstantSource clock, boolean givingUpIsPermanent) {
        this.recorder = new Recorder(ledger);
        this.consequences = new RecordConsequences(ledger, suppressions, clock, givingUpIsPermanent);
    }

    /** @return how many of the reports were about messages of ours */
    public int record(List<Happened> reports) {
        List<OurReport> ours = reports.stream()
                .flatMap(report -> OurReport.of(report).stream())
                .toList();
        // Before the facts: a crash between the two repeats both, and neither minds.
        ours.forEach(consequences::beforeFacts);
        recorder.record(ours.stream().map(RecordFeedback::newsOf).toList());
        // What is counted over several messages is looked up after this one is stored: of two at once, one sees the
        // other.
        ours.forEach(consequences::afterFacts);
        return ours.size();
    }

    private static News newsOf(OurReport ours) {
        Happened report = ours.report();
        List<Fact> facts = new ArrayList<>();
        // Whatever SES reports, it had taken the mail: that settles a message we did not know the answer for.
        facts.add(Fact.reportedAcceptance(report.mailedAt(), report.sesMessageId()));
        if (report.kind().fact() != FactKind.ACCEPTED) {
            facts.add(new Fact(report.kind().fact(), report.at(), report.reason(), report.status()));
        }
        facts.addAll(Judgement.of(report));
        MessageTags tags = ours.tags();
        return new News(ours.address(), tags.origin(), tags.templateId(), tags.topic(), facts);
    }
}
