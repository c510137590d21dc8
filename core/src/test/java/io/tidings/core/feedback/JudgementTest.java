package io.tidings.core.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.contract.Samples;
import io.tidings.core.feedback.Report.Happened;
import io.tidings.core.ledger.Fact;
import io.tidings.core.ledger.FactKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {

    @ParameterizedTest
    @CsvSource({
        // agent, what SES says of it, whether a person
        "Mozilla/5.0, , false",
        "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0, , true",
        "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0, true, false",
        "Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0, false, true",
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy), , true",
        "YahooMailProxy; https://help.yahoo.com, , true",
        "YahooMailProxy; https://help.yahoo.com, true, false",
        "BarracudaCentral/1.0, , false",
        "Mimecast, , false",
        "Mozilla/5.0 (compatible; Googlebot/2.1), , false",
        "Mozilla/5.0 HeadlessChrome/143.0, , false",
        "python-requests/2.32, , false",
        "curl/8.5, , false",
        ", , true",
    })
    void anAgentIsAPersonOrAMachine(String agent, Boolean automated, boolean person) {
        List<FactKind> opened = kinds(ReportKind.OPENED, agent, automated);
        List<FactKind> clicked = kinds(ReportKind.CLICKED, agent, automated);
        if (person) {
            assertThat(opened).containsExactly(FactKind.OPENED_BY_HUMAN, FactKind.OPENED_BY_HUMAN_AGAIN);
            assertThat(clicked).containsExactly(FactKind.CLICKED_BY_HUMAN, FactKind.CLICKED_BY_HUMAN_AGAIN);
        } else {
            assertThat(opened).containsExactly(FactKind.OPENED_BY_MACHINE);
            assertThat(clicked).containsExactly(FactKind.CLICKED_BY_MACHINE);
        }
    }

    @Test
    void whatIsNoVisitIsNotJudged() {
        assertThat(kinds(ReportKind.DELIVERED, "curl/8.5", null)).isEmpty();
    }

    private static List<FactKind> kinds(
            ReportKind kind,
            @org.jspecify.annotations.Nullable String agent,
            @org.jspecify.annotations.Nullable Boolean automated) {
        Happened report = new Happened(
                        kind, Samples.NOON, Samples.NOON, "ses-1", List.of(), List.of(), "as tested", null, null)
                .with(new Detail.Visit(agent, "192.0.2.1", null, automated));
        return Judgement.of(report).stream().map(Fact::kind).toList();
    }
}
