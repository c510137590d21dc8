package io.tidings.service.deadletters;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.deadletter.DeadLetterQueue;
import io.tidings.core.deadletter.DeadLetters;
import io.tidings.core.deadletter.FailureLog;
import io.tidings.core.deadletter.FailureLog.Discarded;
import io.tidings.service.access.Roles;
import io.tidings.service.web.Items;
import io.tidings.service.web.ProblemException;
import io.tidings.service.wiring.Queues;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/dead-letters")
@Secured(Roles.ADMINISTRATOR)
@Tag(name = "Dead letters")
class DeadLetterController {

    private static final int MOST_PEEKED = 10;

    private final List<DeadLetterQueue> queues;
    private final DeadLetters deadLetters;
    private final FailureLog failures;

    DeadLetterController(Queues queues, DeadLetters deadLetters, FailureLog failures) {
        this.queues = queues.deadLetters();
        this.deadLetters = deadLetters;
        this.failures = failures;
    }

    /** @param all true, when there is no id */
    @Serdeable
    @Schema(name = "DeadLetterRedrive", description = "either one message by its id, or all of the queue")
    record Redrive(
            @Nullable @Size(max = 100) String id, @Nullable Boolean all) {}

    @Serdeable
    @Schema(name = "DeadLetterDiscard")
    record Discard(
            @NotBlank @Size(max = 100) String id,
            @NotBlank @Size(max = 300) String reason) {}

    @Get
    @Operation(
            operationId = "listDeadLetterQueues",
            summary = "How many messages of each queue are parked, approximately, and since when")
    Items<DeadLetterQueueView> list() {
        return Items.all(queues.stream().map(this::view).toList());
    }

    private DeadLetterQueueView view(DeadLetterQueue queue) {
        long waiting = queue.waiting();
        return DeadLetterQueueView.of(
                queue,
                waiting,
                waiting == 0 ? List.of() : deadLetters.look(queue, MOST_PEEKED).messages());
    }

    /** A literal path goes before one with a variable, and no queue has this name. */
    @Get("/discarded")
    @Operation(
            operationId = "listDiscardedDeadLetters",
            summary = "What was discarded: by whom, when and why; newest first")
    Items<DiscardedView> discarded(
            @Nullable @QueryValue @Size(max = 200) String cursor,
            @QueryValue(defaultValue = "50") @Min(1) @Max(50) int limit) {
        var page = failures.discarded(cursor, limit);
        return new Items<>(page.items().stream().map(DiscardedView::of).toList(), page.next());
    }

    @Get("/{queue}")
    @Operation(
            operationId = "lookAtDeadLetters",
            summary = "Some of a queue's parked messages, with their causes; looking changes nothing")
    DeadLetterLook look(String queue, @QueryValue(defaultValue = "50") @Min(1) @Max(100) int limit) {
        DeadLetterQueue named = named(queue);
        DeadLetters.Look look = deadLetters.look(named, limit);
        return new DeadLetterLook(
                named.name(),
                look.waiting(),
                look.messages().size() >= look.waiting(),
                look.messages().stream().map(DeadLetterView::of).toList(),
                named.lastMove().map(MoveView::of).orElse(null));
    }

    @Post("/{queue}/redrive")
    @Operation(
            operationId = "redriveDeadLetters",
            summary = "Puts one message, or all of them, into the queue they come from")
    DeadLetterQueueView redrive(String queue, @Valid @Body Redrive redrive) {
        DeadLetterQueue named = named(queue);
        boolean all = Boolean.TRUE.equals(redrive.all());
        if (all == (redrive.id() != null)) {
            throw ProblemException.invalid("id", "give the id of one message, or \"all\": true, and not both");
        }
        if (all && !named.moveAll()) {
            throw ProblemException.of(
                    HttpStatus.CONFLICT,
                    "all messages of this queue are on their way back already; wait until it is done");
        }
        if (!all && !deadLetters.redrive(named, Objects.requireNonNull(redrive.id()))) {
            throw notFound();
        }
        return DeadLetterQueueView.of(named, named.waiting(), List.of());
    }

    @Post("/{queue}/discard")
    @Operation(
            operationId = "discardDeadLetter",
            summary = "Gives one message up for good; it is kept among the discarded, with who did it and why")
    DiscardedView discard(String queue, @Valid @Body Discard discard, Authentication who) {
        Discarded kept = deadLetters
                .discard(
                        named(queue),
                        discard.id(),
                        who.getName(),
                        discard.reason().strip())
                .orElseThrow(DeadLetterController::notFound);
        return DiscardedView.of(kept);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound(
                "a parked message with this id, which nobody else holds at this moment (look again: it may have been sent"
                        + " back or discarded, or come back in half a minute),");
    }

    private DeadLetterQueue named(String name) {
        return queues.stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("a queue of this name (there are "
                        + queues.stream().map(DeadLetterQueue::name).collect(Collectors.joining(", ")) + ")"));
    }
}
