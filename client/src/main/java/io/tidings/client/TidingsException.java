package io.tidings.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that was not done. */
public abstract class TidingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private TidingsException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Tidings said no, and why. Asking again with the same request gets the same answer. */
    public static final class Refused extends TidingsException {
        private static final long serialVersionUID = 1;

        private final transient Problem problem;
        private final @Nullable String requestId;

        Refused(Problem problem, @Nullable String requestId) {
            super(problem.status() + " " + (problem.detail() == null ? problem.title() : problem.detail()), null);
            this.problem = problem;
            this.requestId = requestId;
        }

        public int status() {
            return problem.status();
        }

        public Problem problem() {
            return problem;
        }

        /** Such as suppressed, unsubscribed or expired; empty where the status says it all. */
        public String code() {
            return problem.code() == null ? "" : problem.code();
        }

        public List<Problem.FieldError> errors() {
            return problem.errors() == null ? List.of() : problem.errors();
        }

        /** Under which the log of Tidings has the request. */
        public @Nullable String requestId() {
            return requestId;
        }
    }

    /**
     * No answer after all tries. Whether the request was done is not known; posting again with the same idempotency key does not do it
     * twice.
     */
    public static final class Unanswered extends TidingsException {
        private static final long serialVersionUID = 1;

        Unanswered(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
