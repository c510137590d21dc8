package io.tidings.core.suppression;

/** What a mail is for; it decides which suppressions speak against it. */
public sealed interface Purpose {

    record CampaignMail(String topic) implements Purpose {}

    record NotificationMail(String category) implements Purpose {}
}
