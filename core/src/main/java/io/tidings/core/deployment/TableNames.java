package io.tidings.core.deployment;

/** One deployment's tables: {@code tidings-contacts}, or with another prefix beside it in the same account. */
public record TableNames(String prefix) {

    public String contacts() {
        return prefix + "contacts";
    }

    public String memberships() {
        return prefix + "memberships";
    }

    public String audiences() {
        return prefix + "audiences";
    }

    public String templates() {
        return prefix + "templates";
    }

    public String campaigns() {
        return prefix + "campaigns";
    }

    public String batches() {
        return prefix + "batches";
    }

    public String messages() {
        return prefix + "messages";
    }

    public String notifications() {
        return prefix + "notifications";
    }

    /** Events on their way into one notification. */
    public String gatherings() {
        return prefix + "gatherings";
    }

    /** Which keys of notifications were called off. */
    public String cancellations() {
        return prefix + "cancellations";
    }

    /** What requests with an Idempotency-Key were answered. */
    public String idempotency() {
        return prefix + "idempotency";
    }

    /** How many notifications a person had on a day. */
    public String dailyCounts() {
        return prefix + "daily-counts";
    }

    public String suppressions() {
        return prefix + "suppressions";
    }

    /** What the deployment made for itself, such as the key that signs links. */
    public String settings() {
        return prefix + "settings";
    }

    public String statistics() {
        return prefix + "statistics";
    }

    public String events() {
        return prefix + "events";
    }

    /** What somebody must look at now. */
    public String alarms() {
        return prefix + "alarms";
    }

    public String jobs() {
        return prefix + "jobs";
    }

    public String webhooks() {
        return prefix + "webhooks";
    }

    /** What is posted to webhooks, and what came of it. */
    public String webhookDeliveries() {
        return prefix + "webhook-deliveries";
    }

    public String quota() {
        return prefix + "quota";
    }

    public String imports() {
        return prefix + "imports";
    }

    public String users() {
        return prefix + "users";
    }

    public String sessions() {
        return prefix + "sessions";
    }

    public String apiKeys() {
        return prefix + "api-keys";
    }
}
