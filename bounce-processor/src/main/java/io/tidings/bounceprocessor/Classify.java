package io.tidings.bounceprocessor;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.aws.ses.SesReportReader;
import io.tidings.core.feedback.Report;
import io.tidings.core.feedback.Report.Control;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.feedback.Report.Ignored;
import io.tidings.core.feedback.Report.Unreadable;
import io.tidings.core.feedback.ReportKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells what the processor would make of payloads in files: a JSON line for each. */
public final class Classify {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Classify() {}

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            String body = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
            System.out.println(line(file, SesReportReader.read(body)));
        }
    }

    static String line(String file, Report report) {
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
            case UNDETERMINED_BOUNCE -> "transient-bounce";
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
