package io.tidings.awslocal.mail;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** All mail that was accepted, and the bodies of the latest of it. */
public final class MailStore implements AutoCloseable {
    public static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final AcceptedLog log;
    private final Bodies bodies;

    private MailStore(AcceptedLog log, Bodies bodies) {
        this.log = log;
        this.bodies = bodies;
    }

    public static MailStore open(Path folder, long keepBodyBytes) {
        return new MailStore(
                new AcceptedLog(folder.resolve("accepted.log")), new Bodies(folder.resolve("bodies"), keepBodyBytes));
    }

    /** Takes the mails of one request; when this returns, they are on record. The recorder is told in the log's order. */
    public List<Mail> accept(
            List<Draft> drafts,
            Function<Draft, List<PlannedEvent>> plan,
            byte[] request,
            Instant now,
            Consumer<List<Mail>> recorder) {
        var time = TIME.format(now);
        var plans = drafts.stream().map(plan).toList();
        var position = bodies.append(request);
        synchronized (this) {
            var seq = log.size();
            var mails = new ArrayList<Mail>(drafts.size());
            for (var i = 0; i < drafts.size(); i++, seq++) {
                var draft = drafts.get(i);
                var body = new BodyRef(position, request.length, draft.entry());
                mails.add(draft.accepted(seq, MessageId.of(now.toEpochMilli(), seq), time, plans.get(i), body));
            }
            log.append(mails);
            recorder.accept(mails);
            return mails;
        }
    }

    public long size() {
        return log.size();
    }

    public @Nullable Mail find(long seq) {
        return log.read(seq);
    }

    public @Nullable Mail find(String messageId) {
        var mail = log.read(MessageId.seq(messageId));
        return mail != null && mail.id().equals(messageId) ? mail : null;
    }

    /** Every mail from that one on, in the order of acceptance. */
    public void each(long fromSeq, ObjLongConsumer<Mail> visitor) {
        log.lines(fromSeq, (seq, bytes, from, to) -> {
            visitor.accept(AcceptedLog.parse(bytes, from, to), seq);
            return true;
        });
    }

    /** As {@link #each}, as the log's own lines. A visitor that returns false has seen enough. */
    public void eachLine(long fromSeq, LineVisitor visitor) {
        log.lines(fromSeq, visitor::visit);
    }

    /** Sees a line's bytes where they lie; they are only good during the call. */
    @FunctionalInterface
    public interface LineVisitor {
        boolean visit(long seq, byte[] bytes, int from, int to);
    }

    public static Mail parse(byte[] bytes, int from, int to) {
        return AcceptedLog.parse(bytes, from, to);
    }

    /** The request that brought it; null if it is no longer kept. */
    public byte @Nullable [] request(Mail mail) {
        return bodies.read(mail.body());
    }

    public synchronized void clear() {
        log.clear();
        bodies.clear();
    }

    @Override
    public void close() {
        log.close();
        bodies.close();
    }
}
