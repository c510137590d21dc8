package io.tidings.service.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tidings.core.access.AccessStore;
import io.tidings.core.access.Session;
import io.tidings.core.access.User;
import io.tidings.service.web.ProblemException;
import io.tidings.service.wiring.TidingsSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

@Controller("/api/v1/session")
@Tag(name = "Session")
class SessionController {

    /** Checked when there is no such user, so that both take the same time. */
    private static final String NOBODY = Secrets.hashPassword(Secrets.random(20));

    private final AccessStore access;
    private final InstantSource clock;
    private final TidingsSettings settings;

    SessionController(AccessStore access, InstantSource clock, TidingsSettings settings) {
        this.access = access;
        this.clock = clock;
        this.settings = settings;
    }

    @Serdeable
    @Schema(name = "Credentials")
    record Login(
            @NotBlank @Size(max = 254) String email,
            @NotBlank @Size(max = 200) String password) {}

    @Serdeable
    @Schema(name = "Session")
    record LoggedIn(String email, String name, String role) {
        static LoggedIn of(User user) {
            return new LoggedIn(user.email(), user.name(), user.role().name().toLowerCase(Locale.ROOT));
        }
    }

    @Post
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "logIn", summary = "Logs in; the answer sets the session cookie")
    MutableHttpResponse<LoggedIn> login(HttpRequest<?> request, @Valid @Body Login login) {
        String email = login.email().strip().toLowerCase(Locale.ROOT);
        User user = access.user(email).orElse(null);
        if (!Secrets.isPassword(login.password(), user == null ? NOBODY : user.passwordHash()) || user == null) {
            throw ProblemException.of(HttpStatus.UNAUTHORIZED, "no account has this address and password");
        }
        String token = Secrets.random(40);
        access.addSession(
                new Session(Secrets.hash(token), user.email(), clock.instant().plus(settings.sessionLength())));
        return HttpResponse.ok(LoggedIn.of(user)).cookie(cookie(request, token, settings.sessionLength()));
    }

    @Get
    @Secured(Roles.ADMINISTRATOR)
    @Operation(operationId = "getSession", summary = "Who is logged in")
    LoggedIn who(Authentication who) {
        return access.user(who.getName()).map(LoggedIn::of).orElseThrow(() -> ProblemException.notFound("the account"));
    }

    @Delete
    @Status(HttpStatus.NO_CONTENT)
    @Secured(SecurityRule.IS_ANONYMOUS)
    @Operation(operationId = "logOut", summary = "Ends the session")
    MutableHttpResponse<Void> logout(HttpRequest<?> request) {
        request.getCookies()
                .findCookie(Credentials.COOKIE)
                .ifPresent(cookie -> access.removeSession(Secrets.hash(cookie.getValue())));
        return HttpResponse.<Void>noContent().cookie(cookie(request, "", Duration.ZERO));
    }

    private static Cookie cookie(HttpRequest<?> request, String value, Duration age) {
        boolean secure = request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto"));
        return Cookie.of(Credentials.COOKIE, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Strict)
                .maxAge(age);
    }
}
