package io.tidings.core.deployment;

/** One deployment's queues and its topic. Each queue has a dead-letter queue beside it. */
public record QueueNames(String prefix) {

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
