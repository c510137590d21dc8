package io.tidings.awslocal.sqs;

import org.elasticmq.BinaryMessageAttribute;
import org.elasticmq.MessageAttribute;
import org.elasticmq.NumberMessageAttribute;
import org.elasticmq.StringMessageAttribute;
import scala.Option;

/** A message attribute; a binary one carries base64. */
public record Attribute(String type, String value) {

    MessageAttribute forElasticMq() {
        var dot = type.indexOf('.');
        Option<String> custom = dot < 0 ? Option.empty() : Option.apply(type.substring(dot + 1));
        return switch (dot < 0 ? type : type.substring(0, dot)) {
            case "Number" -> new NumberMessageAttribute(value, custom);
            case "Binary" -> BinaryMessageAttribute.fromBase64(value, custom);
            default -> new StringMessageAttribute(value, custom);
        };
    }
}
