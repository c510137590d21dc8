package io.tidings.awslocal.inbox;

import io.tidings.awslocal.http.Endpoint;
import io.tidings.awslocal.http.Request;
import io.tidings.awslocal.http.Responder;
import io.tidings.awslocal.http.Response;
import io.tidings.awslocal.mail.Mail;
import io.tidings.awslocal.mail.MailStore;
import io.tidings.awslocal.ses.Contents;
import io.tidings.awslocal.ses.Ses;
import io.tidings.awslocal.wire.Json;
import io.tidings.awslocal.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The inbox's pages at `/_inbox`, and beside them the same as JSON. */
public final class InboxEndpoint implements Endpoint {
    public static final String PATH = "/_inbox";

    private static final int MAX_LINES = 100_000;
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    /** A mail's HTML is shown, but may run nothing, send nothing and leave its frame for nothing. */
    private static final String SANDBOX =
            "sandbox allow-popups; default-src 'none'; style-src 'unsafe-inline' http: https:;"
                    + " img-src http: https: data:; font-src http: https: data:";

    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'";

    private final Ses ses;
    private final MailStore mails;
    private final Contents contents;
    private final Witness witness;
    private final InstantSource clock;

    public InboxEndpoint(Ses ses, InstantSource clock) {
        this.ses = ses;
        this.mails = ses.mails();
        this.contents = ses.contents();
        this.witness = new Witness(mails);
        this.clock = clock;
    }

    @Override
    public void handle(Request request, Responder responder) {
        try {
            responder.respond(answer(request));
        } catch (Refusal refusal) {
            var problem = Json.object().put("message", refusal.text());
            responder.respond(Response.of(refusal.status(), "application/json", Json.bytes(problem)));
        }
    }

    private Response answer(Request request) {
        var path = request.path().substring(PATH.length());
        return switch (request.method() + " " + path) {
            case "GET ", "GET /" -> page(ListPage.of(request, mails));
            case "GET /messages" -> list(request);
            case "DELETE /messages" -> {
                ses.forgetMail();
                yield json(Json.object());
            }
            case "GET /accepted" -> accepted(request);
            case "GET /summary" -> summary(request);
            default -> one(request, path.split("/", -1));
        };
    }

    private Response list(Request request) {
        var results = Results.of(mails, Search.of(request), number(request, "after", Long.MAX_VALUE), (int)
                Math.clamp(number(request, "limit", 50), 1, 1_000));
        var json = Json.object().put("total", mails.size());
        var items = json.putArray("messages");
        results.mails().forEach(mail -> items.add(Shown.summary(mail)));
        json.put("next", results.next());
        return json(json);
    }

    private Response accepted(Request request) {
        var lines = witness.lines(
                Search.of(request),
                number(request, "after", -1),
                (int) Math.clamp(number(request, "limit", MAX_LINES), 1, MAX_LINES),
                MAX_BYTES);
        return Response.of(200, "application/x-ndjson", lines.json())
                .with("X-Last", Long.toString(lines.last()))
                .with("X-More", Boolean.toString(lines.more()));
    }

    private Response summary(Request request) {
        var tag = request.parameter("by");
        return json(tag == null ? witness.summary(Search.of(request)) : witness.countsByTag(Search.of(request), tag));
    }

    /** `/messages/ID`, with `/html`, `/text` or `/source` behind it; and the page of a mail at `/mail/ID`. */
    private Response one(Request request, String[] parts) {
        if (!request.method().equals("GET") || parts.length < 3 || parts.length > 4) {
            throw notFound();
        }
        var mail = mails.find(parts[2]);
        if (mail == null) {
            throw notFound();
        }
        return switch (parts[1] + (parts.length == 4 ? "/" + parts[3] : "")) {
            case "mail" -> page(MailPage.of(mail, content(mail), clock.instant()));
            case "messages" -> json(Shown.whole(mail, content(mail), clock.instant()));
            case "messages/html" -> text("text/html", html(mail)).with("Content-Security-Policy", SANDBOX);
            case "messages/text" -> text("text/plain", kept(mail).text());
            case "messages/source" -> text("text/plain", MimeSource.of(mail, kept(mail)));
            default -> throw notFound();
        };
    }

    private @Nullable String html(Mail mail) {
        return kept(mail).html();
    }

    private Contents.Content kept(Mail mail) {
        var content = content(mail);
        if (content == null) {
            throw new Refusal(410, "Gone", "Only the latest mails' bodies are kept; this one's is gone.");
        }
        return content;
    }

    private Contents.@Nullable Content content(Mail mail) {
        var request = mails.request(mail);
        return request == null ? null : contents.read(mail, request);
    }

    private static Response text(String type, @Nullable String text) {
        if (text == null) {
            throw new Refusal(404, "NotFound", "The mail has no such part.");
        }
        return Response.of(200, type + "; charset=utf-8", text).with("X-Content-Type-Options", "nosniff");
    }

    private static Response page(String html) {
        return Response.of(200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .with("Content-Security-Policy", PAGE_POLICY)
                .with("Cache-Control", "no-store");
    }

    private static Response json(Object json) {
        return Response.of(200, "application/json", Json.bytes(json));
    }

    static long number(Request request, String name, long otherwise) {
        var text = request.parameter(name);
        try {
            return text == null || text.isEmpty() ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(400, "BadRequest", name + " must be a number.");
        }
    }

    private static Refusal notFound() {
        return new Refusal(404, "NotFound", "There is nothing here.");
    }
}
