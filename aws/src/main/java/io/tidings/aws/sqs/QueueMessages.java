package io.tidings.aws.sqs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tidings.core.campaign.PlanQueue.LaunchStep;
import io.tidings.core.campaign.PlanQueue.PlanStep;
import io.tidings.core.campaign.PlanQueue.ShardStep;
import io.tidings.core.ledger.BatchKey;

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

    public static String write(BatchKey batch) {
        return JSON.createObjectNode()
                .put("campaign", batch.campaignId())
                .put("shard", batch.shard())
                .put("number", batch.number())
                .toString();
    }

    public static BatchKey batch(String body) {
        JsonNode json = read(body);
        return new BatchKey(
                json.required("campaign").asText(),
                json.required("shard").asInt(),
                json.required("number").asLong());
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
