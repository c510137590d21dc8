package io.tidings.service.audiences;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidings.service.Caller;
import io.tidings.service.Made;
import io.tidings.service.TestService;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportsApiTest {

    private final Caller marketer = TestService.administrator();
    private final String audience = Made.audienceId("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,firstName\nada@example.com,Ada\n",
                "\ufeffemail,firstName\nada@example.com,Ada\n",
                "email;firstName\r\nada@example.com;Ada\r\n",
                "firstName\tE-Mail\nAda\tada@example.com",
                "\"email\",\"firstName\"\n\"ada@example.com\",\"Ada\"\n",
                "email,firstName\n\n  ada@example.com  , Ada \n\n"
            })
    void filesAsSpreadsheetsWriteThem(String csv) {
        JsonNode job = Made.imported(audience, csv);
        assertThat(job.path("state").asText()).isEqualTo("finished");
        assertThat(job.path("imported").asInt()).isEqualTo(1);
        assertThat(job.path("rejected").asInt()).isZero();
        JsonNode contact = member("ada@example.com").path(0);
        assertThat(contact.path("email").asText()).isEqualTo("ada@example.com");
        assertThat(contact.path("attributes").path("firstName").asText()).isEqualTo("Ada");
    }

    @Test
    void quotedFieldsMayHoldSeparatorsQuotesAndLines() {
        Made.imported(audience, "email,note\nada@example.com,\"one, \"\"two\"\"\nthree\"\n");
        assertThat(member("ada@example.com")
                        .path(0)
                        .path("attributes")
                        .path("note")
                        .asText())
                .isEqualTo("one, \"two\"\nthree");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "name,city\nAda,Paris\n",
                "ada@example.com\n",
                "email,name,Name\na@example.com,x,y\n",
                "email,email\na@example.com,b@example.com\n"
            })
    void aFileThatMakesNoSenseIsRefusedAtOnce(String csv) {
        JsonNode problem = Made.upload(audience, csv).refusedBecauseOf("file");
        assertThat(problem.path("detail").asText()).startsWith("file: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email,\u00e9t\u00e9\nada@example.com,x\n", "email,name\nada@example.com,Ren\u00e9\n"})
    void aFileThatIsNotUtf8SaysSo(String csv) {
        var answer = marketer.send(
                "POST",
                "/api/v1/imports?audienceId=" + audience,
                "text/csv",
                BodyPublishers.ofByteArray(csv.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(answer.refusedBecauseOf("file").path("detail").asText()).contains("UTF-8");
    }

    @Test
    void aRowThatCannotBeTakenCostsOnlyItself() {
        JsonNode job = Made.imported(
                audience,
                "email,name\nada@example.com,Ada\nnobody,Bo\nb..o@example.com,Bo\n,Bo\nbo@example.com,"
                        + "x".repeat(2_001) + "\nchidi@example.com,Chidi\n");
        assertThat(job.path("rows").asInt()).isEqualTo(6);
        assertThat(job.path("imported").asInt()).isEqualTo(2);
        assertThat(job.path("rejected").asInt()).isEqualTo(4);
        assertThat(job.path("errors")).hasSize(4);
        assertThat(job.path("errors").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(job.path("errors").path(0).path("field").asText()).isEqualTo("email");
        assertThat(job.path("errors").path(3).path("field").asText()).isEqualTo("name");
        assertThat(members()).isEqualTo(2);
    }

    @Test
    void oneAddressIsOneContactHoweverItIsTyped() {
        Made.imported(
                audience, "email,name\nAda@Example.com,First\nada@example.com,Last\n\"Ada <ada@EXAMPLE.com>\",Last\n");
        assertThat(members()).isEqualTo(1);
        assertThat(member("ADA@example.com")
                        .path(0)
                        .path("attributes")
                        .path("name")
                        .asText())
                .isEqualTo("Last");
    }

    @Test
    void theSameFileAgainAddsNobody() {
        String csv = "email,name\nada@example.com,Ada\nbo@example.com,Bo\n";
        Made.imported(audience, csv);
        JsonNode again = Made.imported(audience, csv.replace("Bo\n", "Bob\n"));
        assertThat(again.path("imported").asInt()).isEqualTo(2);
        assertThat(members()).isEqualTo(2);
        assertThat(member("bo@example.com")
                        .path(0)
                        .path("attributes")
                        .path("name")
                        .asText())
                .isEqualTo("Bob");
    }

    @Test
    void anImportNeedsAnAudienceThatExists() {
        String nobodys = "01890000-0000-7000-8000-000000000000";
        Made.upload(nobodys, "email\na@example.com\n").refused(404);
        marketer.postText("/api/v1/imports", "text/csv", "email\na@example.com\n")
                .refused(400);
    }

    @Test
    void aMemberIsFoundByItsAddressAlone() {
        StringBuilder csv = new StringBuilder("email\n");
        for (int i = 0; i < 200; i++) {
            csv.append("person").append(i).append("@example.com\n");
        }
        Made.imported(audience, csv.toString());
        for (int i = 0; i < 200; i += 9) {
            JsonNode found = member("Person" + i + "@example.com");
            assertThat(found).hasSize(1);
            assertThat(found.path(0).path("email").asText()).isEqualTo("person" + i + "@example.com");
        }
        for (String nobody : new String[] {"person200@example.com", "nobody", "@", "a%00@example.com"}) {
            assertThat(member(nobody)).isEmpty();
        }
    }

    @Test
    void everyMemberIsListedOncePageByPage() {
        StringBuilder csv = new StringBuilder("email\n");
        for (int i = 0; i < 120; i++) {
            csv.append("p").append(i).append("@example.com\n");
        }
        Made.imported(audience, csv.toString());
        java.util.List<String> seen = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = marketer.get("/api/v1/audiences/" + audience + "/contacts?limit=50" + cursor)
                    .ok();
            assertThat(page.path("items")).hasSize(Math.min(50, 120 - seen.size()));
            page.path("items").forEach(item -> seen.add(item.path("email").asText()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void anAudienceNeedsAName() {
        marketer.post("/api/v1/audiences", Caller.json().put("name", " ")).refusedBecauseOf("name");
        marketer.post("/api/v1/audiences", Caller.json().put("name", "x".repeat(201)))
                .refusedBecauseOf("name");
    }

    private JsonNode member(String email) {
        return marketer.get("/api/v1/audiences/" + audience + "/contacts?email=" + email)
                .ok()
                .path("items");
    }

    private int members() {
        return marketer.get("/api/v1/audiences/" + audience)
                .ok()
                .path("contacts")
                .asInt();
    }
}
