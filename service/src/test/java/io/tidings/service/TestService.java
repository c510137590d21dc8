package io.tidings.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.tidings.awslocal.AwsLocal;
import io.tidings.awslocal.Options;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The service as it runs, in this process, over an embedded AWS; one for all tests of a run. */
public final class TestService {

    private static final AwsLocal AWS = AwsLocal.start(Options.DEFAULT);
    private static final Path LOGIN = loginFile();
    private static final EmbeddedServer SERVER = ApplicationContext.run(
            EmbeddedServer.class,
            Map.of(
                    "micronaut.server.port", "-1",
                    "tidings.webhooks.allow-private", "true",
                    "tidings.names", "service-test-",
                    "tidings.provision", "true",
                    "tidings.sender-domains", "tidings.example",
                    "tidings.sweep-every", "1s",
                    "tidings.alarms.look-every", "1s",
                    "tidings.aws-endpoint", AWS.endpoint().toString(),
                    "tidings.first-login-file", LOGIN.toString()));
    private static final Properties FIRST_LOGIN = read(LOGIN);
    private static final Caller ADMINISTRATOR = Caller.nobody();
    private static final ObjectNode CREDENTIALS =
            Caller.json().put("email", firstLogin("email")).put("password", firstLogin("password"));

    static {
        if (ADMINISTRATOR.post("/api/v1/session", CREDENTIALS).status() != 200) {
            throw new IllegalStateException("the first login does not let anybody in");
        }
    }

    private TestService() {}

    public static int port() {
        return SERVER.getPort();
    }

    public static AwsLocal aws() {
        return AWS;
    }

    public static <T> T bean(Class<T> type) {
        return SERVER.getApplicationContext().getBean(type);
    }

    public static String firstLogin(String name) {
        return FIRST_LOGIN.getProperty(name);
    }

    public static ObjectNode credentials() {
        return CREDENTIALS.deepCopy();
    }

    /** Logged in, as a browser. */
    public static Caller administrator() {
        return ADMINISTRATOR;
    }

    /** With the API key of the first login, as a chat server. */
    public static Caller program() {
        return Caller.nobody().with("Authorization", "Bearer " + firstLogin("apiKey"));
    }

    static Path loginFile() {
        try {
            Path file = Files.createTempFile("first-login", null);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties login = new Properties();
            login.load(reader);
            return login;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
