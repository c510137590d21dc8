package io.tidings.awslocal.sns;

import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.wire.Form;
import io.tidings.awslocal.wire.Refusal;
import io.tidings.awslocal.wire.Xml;
import java.util.Set;

/** SNS's query protocol. */
public final class SnsEndpoint implements Endpoint {
    public static final String CERTIFICATE_PATH = "/_certs/SimpleNotificationService.pem";
    private static final Set<String> ACTIONS = Set.of(
            "CreateTopic",
            "DeleteTopic",
            "ListTopics",
            "GetTopicAttributes",
            "SetTopicAttributes",
            "Subscribe",
            "Unsubscribe",
            "ListSubscriptions",
            "ListSubscriptionsByTopic",
            "GetSubscriptionAttributes",
            "SetSubscriptionAttributes",
            "Publish",
            "PublishBatch",
            "TagResource",
            "UntagResource",
            "ListTagsForResource",
            "ConfirmSubscription",
            "AddPermission",
            "RemovePermission");

    private final Topics topics;
    private final TopicActions topicActions;
    private final SubscriptionActions subscriptionActions;
    private final PublishActions publishActions;

    public SnsEndpoint(Topics topics) {
        this.topics = topics;
        this.topicActions = new TopicActions(topics);
        this.subscriptionActions = new SubscriptionActions(topics);
        this.publishActions = new PublishActions(topics);
    }

    /** Whether an action is SNS's, also one that is refused here. */
    public static boolean knows(String action) {
        return ACTIONS.contains(action);
    }

    @Override
    public void handle(Request request, Responder responder) {
        if (request.path().equals(CERTIFICATE_PATH)) {
            responder.respond(Response.of(200, "application/x-pem-file", topics.certificate()));
            return;
        }
        var form = new Form(request.method().equals("GET") ? request.parameters() : request.form());
        try {
            var action = form.action();
            responder.respond(answer(action, result(action, form)));
        } catch (Refusal refusal) {
            responder.respond(refused(refusal));
        }
    }

    private Xml result(String action, Form form) {
        return switch (action) {
            case "Publish" -> publishActions.publish(form);
            case "PublishBatch" -> publishActions.batch(form);
            case "CreateTopic" -> topicActions.create(form);
            case "DeleteTopic" -> topicActions.delete(form);
            case "ListTopics" -> topicActions.list(form);
            case "GetTopicAttributes" -> topicActions.attributes(form);
            case "SetTopicAttributes" -> topicActions.setAttribute(form);
            case "Subscribe" -> subscriptionActions.subscribe(form);
            case "Unsubscribe" -> subscriptionActions.unsubscribe(form);
            case "ListSubscriptions" -> subscriptionActions.list(form);
            case "ListSubscriptionsByTopic" -> subscriptionActions.listOfTopic(form);
            case "GetSubscriptionAttributes" -> subscriptionActions.attributes(form);
            case "SetSubscriptionAttributes" -> subscriptionActions.setAttribute(form);
            default ->
                throw new Refusal(
                        400, "InvalidAction", "The action " + action + " is not supported by this emulator of SNS.");
        };
    }

    private static Response answer(String action, Xml result) {
        var xml = new Xml()
                .raw("<" + action + "Response xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">")
                .open(action + "Result")
                .raw(result.toString())
                .close(action + "Result")
                .open("ResponseMetadata")
                .leaf("RequestId", Topics.id())
                .close("ResponseMetadata")
                .close(action + "Response");
        return Response.of(200, "text/xml", xml.toString());
    }

    private static Response refused(Refusal refusal) {
        var xml = new Xml()
                .raw("<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">")
                .open("Error")
                .leaf("Type", "Sender")
                .leaf("Code", refusal.code())
                .leaf("Message", refusal.text())
                .close("Error")
                .leaf("RequestId", Topics.id())
                .close("ErrorResponse");
        return Response.of(refusal.status(), "text/xml", xml.toString());
    }
}
