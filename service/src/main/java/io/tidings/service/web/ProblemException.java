package io.tidings.service.web;

import io.micronaut.http.HttpStatus;
import io.tidings.service.web.Problem.FieldError;
import java.util.List;

/** An answer that says what is wrong and the way out. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    private ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public static ProblemException notFound(String what) {
        return of(HttpStatus.NOT_FOUND, what + " does not exist");
    }

    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(problem(
                HttpStatus.BAD_REQUEST,
                errors.size() == 1
                        ? errors.getFirst().field() + ": " + errors.getFirst().message()
                        : errors.size() + " fields need a change",
                errors));
    }

    public static ProblemException of(HttpStatus status, String detail) {
        return new ProblemException(problem(status, detail, List.of()));
    }

    public static ProblemException notAllowed(String detail, String state, List<String> allowed) {
        return new ProblemException(new Problem(
                "about:blank",
                HttpStatus.CONFLICT.getReason(),
                HttpStatus.CONFLICT.getCode(),
                detail,
                List.of(),
                state,
                allowed));
    }

    static Problem problem(HttpStatus status, String detail, List<FieldError> errors) {
        return new Problem("about:blank", status.getReason(), status.getCode(), detail, errors, null, null);
    }
}
