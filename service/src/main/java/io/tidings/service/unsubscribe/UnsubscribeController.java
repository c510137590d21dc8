package io.tidings.service.unsubscribe;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import io.tidings.core.feedback.Unsubscribe;
import io.tidings.core.feedback.Unsubscribe.Mailing;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.webhook.MessageEvents;
import io.tidings.service.wiring.TidingsSettings;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;

/**
 * The link that campaign mail carries, and what people can leave of notifications (RFC 8058). The link alone says who wants what, so neither a cookie nor the body is looked at;
 * and as scanners follow every link of every mail, getting it only asks.
 */
@Controller("/u/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
// Whatever a mail service says it would like to read, it gets the page.
@Produces(MediaType.ALL)
@Hidden
class UnsubscribeController {

    private static final MediaType HTML = MediaType.of("text/html;charset=utf-8");
    /** The form of RFC 8058 has 26 bytes, a little more where it is sent in parts. */
    private static final long LONGEST_BODY = 10_000;

    private final Tokens tokens;
    private final Unsubscribe unsubscribe;
    private final MessageEvents events;
    private final InstantSource clock;
    private final String senderName;

    UnsubscribeController(
            Tokens tokens,
            Unsubscribe unsubscribe,
            MessageEvents events,
            InstantSource clock,
            TidingsSettings settings) {
        this.senderName = settings.notificationSenderName();
        this.tokens = tokens;
        this.unsubscribe = unsubscribe;
        this.events = events;
        this.clock = clock;
    }

    @Get
    MutableHttpResponse<String> ask(String token) {
        return find(token)
                .map(mailing -> page(
                        HttpStatus.OK,
                        UnsubscribePage.question(
                                Tokens.PATH + token,
                                Objects.requireNonNullElse(mailing.senderName(), senderName),
                                mailing.topic())))
                .orElseGet(UnsubscribeController::unknown);
    }

    @Post
    @Consumes(MediaType.ALL)
    MutableHttpResponse<String> leave(HttpRequest<?> request, String token) {
        return leave(request, token, false);
    }

    @Post("/all")
    @Consumes(MediaType.ALL)
    MutableHttpResponse<String> leaveAll(HttpRequest<?> request, String token) {
        return leave(request, token, true);
    }

    private MutableHttpResponse<String> leave(HttpRequest<?> request, String token, boolean all) {
        if (request.getContentLength() > LONGEST_BODY) {
            return page(HttpStatus.REQUEST_ENTITY_TOO_LARGE, UnsubscribePage.unknown());
        }
        Optional<Mailing> mailing = find(token);
        mailing.ifPresent(found -> leave(found, Unsubscribe.scope(found, all)));
        return mailing.map(found ->
                        page(HttpStatus.OK, all ? UnsubscribePage.doneWithAll() : UnsubscribePage.done(found.topic())))
                .orElseGet(UnsubscribeController::unknown);
    }

    /** Told of before it is stored: whoever dies between the two is asked again by the mail service, and it is news still. */
    private void leave(Mailing mailing, SuppressionScope scope) {
        if (unsubscribe.isNews(mailing, scope)) {
            events.left(mailing, scope, clock.instant());
            unsubscribe.leave(mailing, scope);
        }
    }

    private Optional<Mailing> find(String token) {
        return tokens.read(token).flatMap(claim -> unsubscribe.find(claim.recipient(), claim.origin()));
    }

    private static MutableHttpResponse<String> unknown() {
        return page(HttpStatus.NOT_FOUND, UnsubscribePage.unknown());
    }

    private static MutableHttpResponse<String> page(HttpStatus status, String html) {
        return HttpResponse.<String>status(status)
                .body(html)
                .contentType(HTML)
                // The address of the page is the secret: it goes to nobody, and nobody keeps the page.
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
