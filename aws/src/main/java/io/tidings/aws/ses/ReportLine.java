package io.tidings.aws.ses;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.feedback.Report;
import io.tidings.core.feedback.Report.Control;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.Report.Ignored;
import io.tidings.core.feedback.Report.Unreadable;
import io.tidings.core.feedback.ReportKind;
import java.util.List;
import java.util.Locale;

/**
 * What a payload was understood as, in one line of JSON: {@code suppress} by SES's own words alone. Whether we treat a bounce that SES
 * calls temporary as permanent is policy, and so is that the mailbox simulator suppresses nobody.
 */
public final class ReportLine {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportLine() {}

    public static String of(String file, Report report) {
        return switch (report) {
            case Happened happened ->
                json(
                        file,
                        name(happened.kind()),
                        happened.kind().suppression().isPresent(),
                        happened.affected(),
                        happened.reason());
            case Control(String what) -> json(file, "control", false, List.of(), what);
            case Ignored(String why) -> json(file, "ignored", false, List.of(), why);
            case Unreadable(String why) -> json(file, "unreadable", false, List.of(), why);
        };
    }

    private static String name(ReportKind kind) {
        return switch (kind) {
            case UNDETERMINED_BOUNCE, MESSAGE_FAULT -> "transient-bounce";
            case OTHER -> "ignored";
            default -> kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private static String json(String file, String kind, boolean suppress, List<String> addresses, String reason) {
        ObjectNode line =
                JSON.createObjectNode().put("file", file).put("kind", kind).put("suppress", suppress);
        addresses.forEach(line.putArray("addresses")::add);
        return line.put("reason", reason).toString();
    }
}
