package io.tidings.service.web;

import io.micronaut.http.HttpStatus;
import io.tidings.service.web.Problem.FieldError;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer that says what is wrong and the way out. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;
    private final @Nullable Duration tryAgain;

    private ProblemException(Problem problem) {
        this(problem, null);
    }

    private ProblemException(Problem problem, @Nullable Duration tryAgain) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
        this.tryAgain = tryAgain;
    }

    /** After which time it makes sense to ask again. */
    @Nullable
    Duration tryAgain() {
        return tryAgain;
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

    public static ProblemException coded(HttpStatus status, String code, String detail) {
        return new ProblemException(Problem.coded(status, code, detail));
    }

    /** @param tryAgain after which time it makes sense to ask again */
    public static ProblemException coded(HttpStatus status, String code, String detail, Duration tryAgain) {
        return new ProblemException(Problem.coded(status, code, detail), tryAgain);
    }

    public static ProblemException busy(String detail, Duration tryAgain) {
        return busy(HttpStatus.SERVICE_UNAVAILABLE, detail, tryAgain);
    }

    public static ProblemException busy(HttpStatus status, String detail, Duration tryAgain) {
        return new ProblemException(problem(status, detail, List.of()), tryAgain);
    }

    static Problem problem(HttpStatus status, String detail, List<FieldError> errors) {
        return new Problem("about:blank", status.getReason(), status.getCode(), detail, errors, null, null);
    }
}
