package io.tidings.core.suppression;

/** What a mail is for; it decides which suppressions speak against it. */
public sealed interface Purpose {

    record CampaignMail(String topic) implements Purpose {}

    record NotificationMail(String category) implements Purpose {

        /** Whether people can leave such mail as they leave a topic. Codes and mail about the own account nobody can. */
        public boolean leavable() {
            return category.equals("conversation") || category.equals("digest");
        }
    }
}
