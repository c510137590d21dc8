package io.tidings.core.deployment;

import java.util.List;

/** One deployment's queues and its topic. Each queue has a dead-letter queue beside it. */
public record QueueNames(String prefix) {

    /** All that have a dead-letter queue. */
    public List<String> all() {
        return List.of(plan(), batches(), notifications(), urgentNotifications(), feedback());
    }

    public String plan() {
        return prefix + "plan";
    }

    public String batches() {
        return prefix + "batches";
    }

    public String notifications() {
        return prefix + "notifications";
    }

    /** Those that overtake. */
    public String urgentNotifications() {
        return prefix + "notifications-urgent";
    }

    public String feedback() {
        return prefix + "feedback";
    }

    /** The SNS topic SES publishes to. */
    public String feedbackTopic() {
        return prefix + "feedback";
    }

    public String deadLettersOf(String queue) {
        return queue + "-dead-letters";
    }
}
