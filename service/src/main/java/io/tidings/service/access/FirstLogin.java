package io.tidings.service.access;

import io.micronaut.context.annotation.Context;
import io.tidings.core.access.AccessStore;
import io.tidings.core.access.ApiKey;
import io.tidings.core.access.User;
import io.tidings.service.wiring.TidingsSettings;
import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At the very first start there is nobody who could let anybody in: one administrator and one API key are made, and told once. */
@Context
final class FirstLogin {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLogin.class);
    private static final String EMAIL = "admin@tidings.local";
    private static final int PASSWORD_LETTERS = 20;
    private static final int SECRET_LETTERS = 40;

    private final AccessStore access;
    private final InstantSource clock;
    private final TidingsSettings settings;

    FirstLogin(AccessStore access, InstantSource clock, TidingsSettings settings) {
        this.access = access;
        this.clock = clock;
        this.settings = settings;
    }

    @PostConstruct
    void make() {
        if (access.anyUser()) {
            return;
        }
        String password = Secrets.random(PASSWORD_LETTERS);
        User administrator = new User(EMAIL, "Administrator", User.Role.ADMINISTRATOR, Secrets.hashPassword(password));
        if (!access.addUser(administrator)) {
            return;
        }
        ApiKeySecret secret = new ApiKeySecret(Secrets.random(12), Secrets.random(SECRET_LETTERS));
        access.addKey(new ApiKey(
                secret.id(),
                "chat server",
                ApiKey.Scope.NOTIFICATIONS,
                Secrets.hash(secret.secret()),
                clock.instant()));
        tell("email=" + EMAIL + "\npassword=" + password + "\napiKey=" + secret + "\n");
    }

    private void tell(String login) {
        String file = settings.firstLoginFile();
        if (file == null || file.isBlank()) {
            LOG.warn("The first login, told this once:\n{}", login);
            return;
        }
        try {
            Path path = Path.of(file);
            Files.deleteIfExists(path);
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(path, login);
        } catch (IOException e) {
            throw new UncheckedIOException("the first login cannot be written to " + file, e);
        }
    }
}
