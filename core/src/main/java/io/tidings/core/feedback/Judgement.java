package io.tidings.core.feedback;

import io.tidings.core.feedback.Detail.Visit;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether a person or a machine opened the mail or followed a link, as far as the report itself tells. What came too soon after the
 * delivery, or with many others at once, is sorted out by the message, which knows all of them.
 */
public final class Judgement {

    /** Raise it with every change to these rules: what newer rules say replaces what older ones said. */
    static final int RULES = 2;

    /** Apple's Mail Privacy Protection loads every picture of every mail, and calls itself exactly this. */
    private static final String APPLE = "Mozilla/5.0";

    /** They load a picture when a person looks at it, so that the picture's server does not learn who looks. */
    private static final List<String> PERSON_BEHIND_PROXY = List.of("googleimageproxy", "yahoomailproxy");

    private static final List<String> MACHINES = List.of(
            "barracuda",
            "mimecast",
            "proofpoint",
            "safelinks",
            "fireeye",
            "trendmicro",
            "symantec",
            "messagelabs",
            "forcepoint",
            "ironport",
            "sophos",
            "zscaler",
            "bot",
            "crawler",
            "spider",
            "scanner",
            "headlesschrome",
            "phantomjs",
            "curl/",
            "wget/",
            "python-",
            "go-http-client",
            "java/",
            "okhttp",
            "libwww",
            "apache-httpclient");

    private Judgement() {}

    static List<Fact> of(Happened report) {
        boolean open = report.kind() == ReportKind.OPENED;
        if (!open && report.kind() != ReportKind.CLICKED || !(report.detail() instanceof Visit visit)) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>(judgements(report, visit, open));
        String link = visit.link();
        if (!open && link != null) {
            facts.add(Fact.linkFollowed(link, report.at()));
        }
        return facts;
    }

    private static List<Fact> judgements(Happened report, Visit visit, boolean open) {
        String machine = machine(visit);
        if (!machine.isEmpty()) {
            return List.of(judged(report, open ? FactKind.OPENED_BY_MACHINE : FactKind.CLICKED_BY_MACHINE, machine));
        }
        String person = isBehindProxy(visit)
                ? "the mail service loads pictures for its user"
                : "nothing speaks against a person";
        return List.of(
                judged(report, open ? FactKind.OPENED_BY_HUMAN : FactKind.CLICKED_BY_HUMAN, person),
                judged(report, open ? FactKind.OPENED_BY_HUMAN_AGAIN : FactKind.CLICKED_BY_HUMAN_AGAIN, person));
    }

    /** Whether the report itself shows that it was no person's doing. */
    public static boolean isMachine(Happened report) {
        return report.detail() instanceof Visit visit && !machine(visit).isEmpty();
    }

    private static Fact judged(Happened report, FactKind kind, String why) {
        return Fact.judgement(kind, report.at(), why, RULES);
    }

    /** How it shows that it was a machine; empty when nothing does. */
    private static String machine(Visit visit) {
        if (Boolean.TRUE.equals(visit.automated())) {
            return "SES says that it was a machine";
        }
        String agent = visit.agent() == null ? "" : visit.agent().strip();
        if (agent.equals(APPLE)) {
            return "Apple loads the pictures of all mail, read or not";
        }
        String small = agent.toLowerCase(Locale.ROOT);
        if (isBehindProxy(visit)) {
            return "";
        }
        return MACHINES.stream()
                .filter(small::contains)
                .findFirst()
                .map(name -> "its agent calls itself " + name)
                .orElse("");
    }

    private static boolean isBehindProxy(Visit visit) {
        String agent = visit.agent() == null ? "" : visit.agent().toLowerCase(Locale.ROOT);
        return PERSON_BEHIND_PROXY.stream().anyMatch(agent::contains);
    }
}
