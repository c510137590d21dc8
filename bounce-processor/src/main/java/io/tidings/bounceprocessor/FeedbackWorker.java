package io.tidings.bounceprocessor;

import io.tidings.aws.ses.SesReportReader;
import io.tidings.aws.sqs.QueueConsumer.Failed;
import io.tidings.aws.sqs.QueueConsumer.Finished;
import io.tidings.aws.sqs.QueueConsumer.Verdict;
import io.tidings.core.feedback.RecordFeedback;
import io.tidings.core.feedback.Report;
import io.tidings.core.feedback.Report.Control;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.Report.Ignored;
import io.tidings.core.feedback.Report.Unreadable;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads some queue messages together and records them together; only what is stored is finished. */
final class FeedbackWorker {

    private static final Logger LOG = LoggerFactory.getLogger(FeedbackWorker.class);

    private final RecordFeedback recordFeedback;

    FeedbackWorker(RecordFeedback recordFeedback) {
        this.recordFeedback = recordFeedback;
    }

    List<Verdict> on(List<String> bodies) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Happened> happened = new ArrayList<>();
        for (String body : bodies) {
            Report report = SesReportReader.read(body);
            switch (report) {
                case Happened news -> happened.add(news);
                case Control(String what) -> LOG.info("control message: {}", what);
                case Ignored(String why) -> LOG.info("ignored: {}", why);
                case Unreadable(String why) -> LOG.warn("unreadable, it parks after its tries: {}", why);
            }
            verdicts.add(report instanceof Unreadable ? new Failed() : new Finished());
        }
        recordFeedback.record(happened);
        return verdicts;
    }
}
