package io.tidings.awslocal.dynamodb.expression;

/** What is wrong with an expression, before it is known which of the request's expressions it is. */
final class ExpressionProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpressionProblem(String message) {
        super(message, null, false, false);
    }
}
