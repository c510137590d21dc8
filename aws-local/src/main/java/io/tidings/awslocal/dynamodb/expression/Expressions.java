package io.tidings.awslocal.dynamodb.expression;

import io.tidings.awslocal.dynamodb.value.Sizes;
import io.tidings.awslocal.dynamodb.wire.DynamoDbException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Parses a request's expressions; an absent one is null. */
public final class Expressions {
    /** DynamoDB: an expression has at most 4 KB. */
    private static final int MAX_SIZE = 4096;

    private Expressions() {}

    /** {@code parameter} is ConditionExpression or FilterExpression. */
    public static @Nullable Condition condition(String parameter, @Nullable String text, Placeholders placeholders) {
        return parse(parameter, text, placeholders, ConditionParser::parse);
    }

    public static @Nullable KeyCondition keyCondition(@Nullable String text, Placeholders placeholders) {
        return parse(
                "KeyConditionExpression",
                text,
                placeholders,
                (it, names) -> KeyCondition.of(ConditionParser.parse(it, names)));
    }

    public static @Nullable Update update(@Nullable String text, Placeholders placeholders) {
        return parse("UpdateExpression", text, placeholders, UpdateParser::parse);
    }

    public static @Nullable Projection projection(@Nullable String text, Placeholders placeholders) {
        return parse("ProjectionExpression", text, placeholders, Projection::parse);
    }

    private static <T> @Nullable T parse(
            String parameter,
            @Nullable String text,
            Placeholders placeholders,
            BiFunction<String, Placeholders, T> parser) {
        if (text == null) {
            return null;
        }
        try {
            if (text.isBlank()) {
                throw new ExpressionProblem("The expression can not be empty;");
            }
            if (Sizes.utf8(text) > MAX_SIZE) {
                throw new ExpressionProblem(
                        "Expression size has exceeded the maximum allowed size; expression size: " + Sizes.utf8(text));
            }
            return parser.apply(text, placeholders);
        } catch (ExpressionProblem problem) {
            throw DynamoDbException.validation("Invalid " + parameter + ": " + problem.getMessage());
        }
    }
}
