package io.tidings.service.notifications;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.tidings.core.notification.KeyedAnswer;
import io.tidings.service.notifications.NotificationAnswers.BatchResult;
import io.tidings.service.notifications.NotificationAnswers.DryRun;
import io.tidings.service.notifications.NotificationAnswers.Posted;
import io.tidings.service.web.Problem;
import io.tidings.service.web.Problem.FieldError;
import io.tidings.service.web.ProblemException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One item of a batch, as it would be answered alone. */
@Singleton
final class ItemPoster {

    private static final Argument<NewNotification> ITEM = Argument.of(NewNotification.class);
    private static final Argument<Posted> POSTED = Argument.of(Posted.class);
    private static final Argument<Problem> PROBLEM = Argument.of(Problem.class);

    private final Poster poster;
    private final Validator validator;
    private final JsonMapper json;

    ItemPoster(Poster poster, Validator validator, JsonMapper json) {
        this.poster = poster;
        this.validator = validator;
        this.json = json;
    }

    BatchResult post(int index, JsonNode item, Caller caller, Poster.@Nullable Key batch) {
        try {
            NewNotification request = read(item);
            // With the index it is another key for each; the batch's request holds for all.
            Poster.Key key = batch == null ? null : new Poster.Key(batch.own() + "#" + index, batch.request());
            return switch (poster.post(request, caller, key)) {
                case Answer.Fresh(int status, Object body) -> result(index, status, body);
                case Answer.Replayed(KeyedAnswer first) -> result(index, first.status(), body(first));
            };
        } catch (ProblemException e) {
            return result(index, e.problem().status(), e.problem());
        } catch (IOException e) {
            return result(
                    index,
                    HttpStatus.BAD_REQUEST.getCode(),
                    ProblemException.of(HttpStatus.BAD_REQUEST, "cannot be read: " + e.getMessage())
                            .problem());
        }
    }

    private NewNotification read(JsonNode item) throws IOException {
        NewNotification request = item.isObject() ? json.readValueFromTree(item, ITEM) : null;
        if (request == null) {
            throw new IOException("an object was expected");
        }
        Set<ConstraintViolation<NewNotification>> mistakes = validator.validate(request);
        if (!mistakes.isEmpty()) {
            List<FieldError> errors = mistakes.stream()
                    .map(mistake -> new FieldError(mistake.getPropertyPath().toString(), mistake.getMessage()))
                    .sorted(Comparator.comparing(FieldError::field))
                    .toList();
            throw ProblemException.invalid(errors);
        }
        return request;
    }

    private Object body(KeyedAnswer first) throws IOException {
        return first.status() >= 400 ? json.readValue(first.body(), PROBLEM) : json.readValue(first.body(), POSTED);
    }

    private static BatchResult result(int index, int status, @Nullable Object body) {
        return switch (body) {
            case Posted posted -> new BatchResult(index, status, posted.id(), posted.statusUrl(), null, null);
            case DryRun dryRun -> new BatchResult(index, status, null, null, dryRun, null);
            case Problem problem -> new BatchResult(index, status, null, null, null, problem);
            case null, default -> throw new IllegalStateException("an answer of a kind nobody knows: " + body);
        };
    }
}
