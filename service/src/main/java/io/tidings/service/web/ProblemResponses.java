package io.tidings.service.web;

import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import io.micronaut.validation.exceptions.ConstraintExceptionHandler;
import io.tidings.core.pacing.QuotaUnknown;
import io.tidings.service.web.Problem.FieldError;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Every error leaves as a problem document, whoever noticed it. */
final class ProblemResponses {

    private static final String PROBLEM_JSON = "application/problem+json";

    private ProblemResponses() {}

    static MutableHttpResponse<Problem> response(Problem problem) {
        return HttpResponse.<Problem>status(HttpStatus.valueOf(problem.status()))
                .contentType(PROBLEM_JSON)
                .body(problem);
    }

    @Singleton
    @Produces(PROBLEM_JSON)
    static final class OnProblem implements ExceptionHandler<ProblemException, HttpResponse<Problem>> {
        @Override
        public HttpResponse<Problem> handle(HttpRequest request, ProblemException e) {
            MutableHttpResponse<Problem> response = response(e.problem());
            Duration tryAgain = e.tryAgain();
            return tryAgain == null
                    ? response
                    : response.header(HttpHeaders.RETRY_AFTER, Long.toString(tryAgain.toSeconds()));
        }
    }

    /** What nobody can tell without it. */
    @Singleton
    @Produces(PROBLEM_JSON)
    static final class OnUnknownQuota implements ExceptionHandler<QuotaUnknown, HttpResponse<Problem>> {
        @Override
        public HttpResponse<Problem> handle(HttpRequest request, QuotaUnknown e) {
            return response(ProblemException.problem(
                    HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()), List.of()));
        }
    }

    @Singleton
    @Produces(PROBLEM_JSON)
    @Replaces(DefaultAuthorizationExceptionHandler.class)
    static final class OnNoAccess implements ExceptionHandler<AuthorizationException, HttpResponse<Problem>> {
        @Override
        public HttpResponse<Problem> handle(HttpRequest request, AuthorizationException e) {
            return response(
                    e.isForbidden()
                            ? ProblemException.problem(
                                    HttpStatus.FORBIDDEN, "this login or key may not do that", List.of())
                            : ProblemException.problem(
                                    HttpStatus.UNAUTHORIZED,
                                    "log in, or send an API key as Authorization: Bearer",
                                    List.of()));
        }
    }

    @Singleton
    @Produces(PROBLEM_JSON)
    @Replaces(ConstraintExceptionHandler.class)
    static final class OnInvalid implements ExceptionHandler<ConstraintViolationException, HttpResponse<Problem>> {
        @Override
        public HttpResponse<Problem> handle(HttpRequest request, ConstraintViolationException e) {
            return response(ProblemException.invalid(e.getConstraintViolations().stream()
                            .map(violation -> new FieldError(fieldOf(violation), violation.getMessage()))
                            .sorted(Comparator.comparing(FieldError::field))
                            .toList())
                    .problem());
        }

        /** {@code create.draft.sender.email} is, for who wrote the request, {@code sender.email}: without the method, and without its body. */
        private static String fieldOf(ConstraintViolation<?> violation) {
            List<String> parts = new ArrayList<>();
            violation.getPropertyPath().forEach(node -> {
                if (node.getKind() != ElementKind.METHOD) {
                    parts.add(node.getName());
                }
            });
            return String.join(".", parts.size() > 1 ? parts.subList(1, parts.size()) : parts);
        }
    }

    /** What Micronaut itself finds wrong: unreadable JSON, missing fields, unknown paths and methods. */
    @Singleton
    @Primary
    static final class OfFramework implements ErrorResponseProcessor<Problem> {
        @Override
        public MutableHttpResponse<Problem> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
            HttpStatus status = HttpStatus.valueOf(response.code());
            List<FieldError> errors = new ArrayList<>();
            for (Error error : context.getErrors()) {
                error.getPath().ifPresent(path -> errors.add(new FieldError(fieldOf(path), error.getMessage())));
            }
            String detail = status.getCode() >= 500
                    ? "something failed on our side; it is in the log under this request's id"
                    : context.getErrors().stream()
                            .map(Error::getMessage)
                            .findFirst()
                            .orElse(status.getReason());
            return response.body(ProblemException.problem(status, detail, errors))
                    .contentType(MediaType.of(PROBLEM_JSON));
        }

        /** {@code /draft/name} is, for who wrote the request, {@code name}. */
        private static String fieldOf(String path) {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }
}
