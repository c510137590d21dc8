package io.tidings.awslocal.sns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.awslocal.sqs.Attribute;
import io.tidings.awslocal.wire.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FilterPolicyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":[\"campaign\"]} | true",
                "{\"kind\":[\"other\"]} | false",
                "{\"kind\":[\"other\",\"campaign\"]} | true",
                "{\"kind\":[{\"prefix\":\"camp\"}]} | true",
                "{\"kind\":[{\"suffix\":\"paign\"}]} | true",
                "{\"kind\":[{\"anything-but\":[\"campaign\"]}]} | false",
                "{\"kind\":[{\"anything-but\":{\"prefix\":\"x\"}}]} | true",
                "{\"kind\":[{\"equals-ignore-case\":\"CAMPAIGN\"}]} | true",
                "{\"size\":[{\"numeric\":[\">\",5,\"<=\",10]}]} | true",
                "{\"size\":[{\"numeric\":[\"=\",10.0]}]} | true",
                "{\"size\":[{\"numeric\":[\"<\",10]}]} | false",
                "{\"none\":[{\"exists\":false}]} | true",
                "{\"kind\":[{\"exists\":true}],\"size\":[11]} | false"
            })
    void attributesAreMatched(String policy, boolean admitted) {
        var attributes = Map.of("kind", new Attribute("String", "campaign"), "size", new Attribute("Number", "10"));
        assertThat(FilterPolicy.admits(
                        subscription(Map.of("FilterPolicy", policy)), new Publication("text", null, attributes)))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"eventType\":[\"Bounce\"]} | true",
                "{\"bounce\":{\"bounceType\":[\"Transient\"]}} | false",
                "{\"bounce\":{\"bouncedRecipients\":{\"status\":[\"5.1.1\"]}}} | true",
                "{\"tags\":[\"a\"]} | true"
            })
    void bodyIsMatchedWhereThePolicySaysSo(String policy, boolean admitted) {
        var body = """
                {"eventType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[{"status":"5.1.1"}]},"tags":["a","b"]}
                """;
        var attributes = Map.of("FilterPolicy", policy, "FilterPolicyScope", "MessageBody");
        assertThat(FilterPolicy.admits(subscription(attributes), new Publication(body, null, Map.of())))
                .isEqualTo(admitted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "nonsense",
                "{\"a\":\"b\"}",
                "{\"$or\":[]}",
                "{\"a\":[{\"cidr\":\"10.0.0.0/8\"}]}",
                "{\"a\":[{\"numeric\":[\">\"]}]}",
                "{\"a\":[{\"numeric\":[\"~\",1]}]}"
            })
    void policyThatIsNotUnderstoodIsRefused(String policy) {
        assertThatThrownBy(() -> FilterPolicy.parse(policy)).isInstanceOf(Refusal.class);
    }

    @Test
    void withoutPolicyEverythingIsAdmitted() {
        assertThat(FilterPolicy.admits(subscription(Map.of()), new Publication("x", null, Map.of())))
                .isTrue();
    }

    private static Subscription subscription(Map<String, String> attributes) {
        return new Subscription("arn:s", "arn:t", "sqs", "arn:aws:sqs:us-east-1:000000000000:q", attributes);
    }
}
