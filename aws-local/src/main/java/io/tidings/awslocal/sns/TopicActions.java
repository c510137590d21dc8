package io.tidings.awslocal.sns;

import io.tidings.awslocal.wire.Form;
import io.tidings.awslocal.wire.Refusal;
import io.tidings.awslocal.wire.Xml;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.regex.Pattern;

/** The actions on topics themselves. */
final class TopicActions {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Set<String> SETTABLE =
            Set.of("DisplayName", "Policy", "DeliveryPolicy", "KmsMasterKeyId", "SignatureVersion", "TracingConfig");

    private final Topics topics;

    TopicActions(Topics topics) {
        this.topics = topics;
    }

    Xml create(Form form) {
        var name = form.required("Name");
        if (!NAME.matcher(name).matches()) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: Topic Name");
        }
        var attributes = form.entries("Attributes.entry", "key", "value");
        attributes.forEach(TopicActions::check);
        var arn = topics.account().topicArn(name);
        var topic = new Topic(arn, new LinkedHashMap<>(attributes));
        if (!topics.all().add(arn, topic)) {
            var existing = topics.find(arn);
            if (existing != null && !existing.attributes().entrySet().containsAll(attributes.entrySet())) {
                throw new Refusal(
                        400,
                        "InvalidParameter",
                        "Invalid parameter: Attributes Reason: Topic already exists with different attributes");
            }
        }
        return new Xml().leaf("TopicArn", arn);
    }

    Xml delete(Form form) {
        var arn = form.required("TopicArn");
        topics.all().remove(arn);
        topics.of(arn).forEach(subscription -> topics.subscriptions().remove(subscription.arn()));
        return new Xml();
    }

    Xml list(Form form) {
        var xml = new Xml().open("Topics");
        var page = Page.of(topics.all().all(), form.optional("NextToken"));
        page.items()
                .forEach(topic ->
                        xml.open("member").leaf("TopicArn", topic.arn()).close("member"));
        return page.closing(xml.close("Topics"));
    }

    Xml attributes(Form form) {
        var topic = existing(form.required("TopicArn"));
        var all = new LinkedHashMap<String, String>();
        all.put("TopicArn", topic.arn());
        all.put("Owner", topics.account().id());
        all.put("DisplayName", "");
        all.put(
                "SubscriptionsConfirmed",
                Integer.toString(topics.of(topic.arn()).size()));
        all.put("SubscriptionsPending", "0");
        all.put("SubscriptionsDeleted", "0");
        all.putAll(topic.attributes());
        return map(all);
    }

    Xml setAttribute(Form form) {
        var topic = existing(form.required("TopicArn"));
        var name = form.required("AttributeName");
        var value = form.optional("AttributeValue", "");
        check(name, value);
        topics.all().change(topic.arn(), old -> old.with(name, value));
        return new Xml();
    }

    private Topic existing(String arn) {
        var topic = topics.find(arn);
        if (topic == null) {
            throw new Refusal(404, "NotFound", "Topic does not exist");
        }
        return topic;
    }

    static Xml map(java.util.Map<String, String> entries) {
        var xml = new Xml().open("Attributes");
        entries.forEach((key, value) ->
                xml.open("entry").leaf("key", key).leaf("value", value).close("entry"));
        return xml.close("Attributes");
    }

    private static void check(String name, String value) {
        if (name.equals("FifoTopic") && value.equals("true")) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: FIFO topics are not supported here");
        }
        if (!SETTABLE.contains(name)) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: AttributeName");
        }
        if (name.equals("SignatureVersion") && !value.equals("1") && !value.equals("2")) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: SignatureVersion");
        }
    }
}
