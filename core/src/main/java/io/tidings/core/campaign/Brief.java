package io.tidings.core.campaign;

import java.util.regex.Pattern;

/**
 * What a marketer chose. It can be changed while the campaign is a draft, and is frozen from then on; only the speed limit can be
 * changed until the end.
 *
 * @param topic what the mail is about, in the words of the unsubscribe link
 */
public record Brief(String name, String templateId, String audienceId, Sender sender, String topic, Settings settings) {

    public static final String DEFAULT_TOPIC = "news";
    public static final String TOPIC_PATTERN = "[a-z0-9-]{1,40}";

    public static final int LONGEST_NAME = 200;

    private static final Pattern TOPIC = Pattern.compile(TOPIC_PATTERN);

    public Brief {
        if (!TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException("a topic is 1 to 40 of a-z, 0-9 and -, not " + topic);
        }
    }

    public static Brief of(String name, String templateId, String audienceId, Sender sender) {
        return new Brief(name, templateId, audienceId, sender, DEFAULT_TOPIC, Settings.DEFAULT);
    }

    Brief copy() {
        String copied = "Copy of " + name;
        String fitting = copied.length() <= LONGEST_NAME ? copied : copied.substring(0, LONGEST_NAME);
        return new Brief(fitting, templateId, audienceId, sender, topic, settings);
    }

    Brief with(Settings changed) {
        return new Brief(name, templateId, audienceId, sender, topic, changed);
    }
}
