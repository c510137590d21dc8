package io.tidings.awslocal.sns;

import io.tidings.awslocal.wire.Form;
import io.tidings.awslocal.wire.Refusal;
import io.tidings.awslocal.wire.Xml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** The actions on subscriptions. */
final class SubscriptionActions {
    private static final Set<String> SETTABLE =
            Set.of("RawMessageDelivery", "FilterPolicy", "FilterPolicyScope", "RedrivePolicy", "DeliveryPolicy");

    private final Topics topics;

    SubscriptionActions(Topics topics) {
        this.topics = topics;
    }

    Xml subscribe(Form form) {
        var topicArn = form.required("TopicArn");
        var protocol = form.required("Protocol");
        var endpoint = form.required("Endpoint");
        if (topics.find(topicArn) == null) {
            throw new Refusal(404, "NotFound", "Topic does not exist");
        }
        if (!protocol.equals("sqs")) {
            throw new Refusal(
                    400, "InvalidParameter", "Invalid parameter: Protocol: this emulator delivers to sqs only");
        }
        if (!endpoint.startsWith("arn:aws:sqs:") || endpoint.split(":", -1).length != 6) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: SQS endpoint ARN");
        }
        var attributes = form.entries("Attributes.entry", "key", "value");
        attributes.forEach(SubscriptionActions::check);
        for (var existing : topics.of(topicArn)) {
            if (existing.endpoint().equals(endpoint)) {
                return same(existing, attributes);
            }
        }
        var arn = topicArn + ":" + Topics.id();
        topics.subscriptions()
                .put(arn, new Subscription(arn, topicArn, protocol, endpoint, new LinkedHashMap<>(attributes)));
        return new Xml().leaf("SubscriptionArn", arn);
    }

    Xml unsubscribe(Form form) {
        topics.subscriptions().remove(form.required("SubscriptionArn"));
        return new Xml();
    }

    Xml list(Form form) {
        return page(topics.subscriptions().all(), form);
    }

    Xml listOfTopic(Form form) {
        var topicArn = form.required("TopicArn");
        if (topics.find(topicArn) == null) {
            throw new Refusal(404, "NotFound", "Topic does not exist");
        }
        return page(topics.of(topicArn), form);
    }

    Xml attributes(Form form) {
        var subscription = existing(form);
        var all = new LinkedHashMap<String, String>();
        all.put("SubscriptionArn", subscription.arn());
        all.put("TopicArn", subscription.topicArn());
        all.put("Owner", topics.account().id());
        all.put("Protocol", subscription.protocol());
        all.put("Endpoint", subscription.endpoint());
        all.put("ConfirmationWasAuthenticated", "true");
        all.put("PendingConfirmation", "false");
        all.put("RawMessageDelivery", "false");
        all.putAll(subscription.attributes());
        return TopicActions.map(all);
    }

    Xml setAttribute(Form form) {
        var subscription = existing(form);
        var name = form.required("AttributeName");
        var value = form.optional("AttributeValue", "");
        check(name, value);
        topics.subscriptions().change(subscription.arn(), old -> old.with(name, value));
        return new Xml();
    }

    private static Xml same(Subscription existing, java.util.Map<String, String> attributes) {
        if (!existing.attributes().entrySet().containsAll(attributes.entrySet())) {
            throw new Refusal(
                    400,
                    "InvalidParameter",
                    "Invalid parameter: Attributes Reason: Subscription already exists with different attributes");
        }
        return new Xml().leaf("SubscriptionArn", existing.arn());
    }

    private Subscription existing(Form form) {
        var subscription = topics.subscriptions().get(form.required("SubscriptionArn"));
        if (subscription == null) {
            throw new Refusal(404, "NotFound", "Subscription does not exist");
        }
        return subscription;
    }

    private Xml page(List<Subscription> all, Form form) {
        var xml = new Xml().open("Subscriptions");
        var page = Page.of(all, form.optional("NextToken"));
        for (var subscription : page.items()) {
            xml.open("member")
                    .leaf("SubscriptionArn", subscription.arn())
                    .leaf("TopicArn", subscription.topicArn())
                    .leaf("Owner", topics.account().id())
                    .leaf("Protocol", subscription.protocol())
                    .leaf("Endpoint", subscription.endpoint())
                    .close("member");
        }
        return page.closing(xml.close("Subscriptions"));
    }

    private static void check(String name, String value) {
        if (!SETTABLE.contains(name)) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: AttributeName");
        }
        switch (name) {
            case "FilterPolicy" -> {
                if (!value.isEmpty()) {
                    FilterPolicy.parse(value);
                }
            }
            case "FilterPolicyScope" -> require(value.equals("MessageAttributes") || value.equals("MessageBody"), name);
            case "RawMessageDelivery" ->
                require(value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false"), name);
            default -> {}
        }
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new Refusal(400, "InvalidParameter", "Invalid parameter: Attributes Reason: " + name);
        }
    }
}
