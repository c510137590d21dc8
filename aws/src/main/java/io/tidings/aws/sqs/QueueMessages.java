package io.tidings.aws.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.campaign.PlanQueue.LaunchStep;
import io.tidings.core.campaign.PlanQueue.PlanStep;
import io.tidings.core.campaign.PlanQueue.ShardStep;
import io.tidings.core.ledger.BatchKey;
import io.tidings.core.sending.BatchQueue.Fed;
import java.time.Instant;

/** What stands in the queues. Who reads what he does not understand throws, and the message parks after its tries. */
public final class QueueMessages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QueueMessages() {}

    public static String write(PlanStep step) {
        ObjectNode json = JSON.createObjectNode().put("campaign", step.campaignId());
        if (step instanceof ShardStep shardStep) {
            json.put("shard", shardStep.shard()).put("step", shardStep.step());
        }
        return json.toString();
    }

    public static PlanStep planStep(String body) {
        JsonNode json = read(body);
        String campaign = json.required("campaign").asText();
        return json.has("shard")
                ? new ShardStep(
                        campaign,
                        json.get("shard").asInt(),
                        json.required("step").asLong())
                : new LaunchStep(campaign);
    }

    public static String write(Fed batch) {
        return JSON.createObjectNode()
                .put("campaign", batch.key().campaignId())
                .put("shard", batch.key().shard())
                .put("number", batch.key().number())
                .put("fedAt", batch.fedAt().toEpochMilli())
                .toString();
    }

    public static Fed batch(String body) {
        JsonNode json = read(body);
        BatchKey key = new BatchKey(
                json.required("campaign").asText(),
                json.required("shard").asInt(),
                json.required("number").asLong());
        return new Fed(key, Instant.ofEpochMilli(json.path("fedAt").asLong()));
    }

    public static String writeNotification(String id) {
        return JSON.createObjectNode().put("notification", id).toString();
    }

    public static String notification(String body) {
        return read(body).required("notification").asText();
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a message of ours: " + e.getOriginalMessage(), e);
        }
    }
}
