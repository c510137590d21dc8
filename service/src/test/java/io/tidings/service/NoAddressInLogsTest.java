package io.tidings.service;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NoAddressInLogsTest {

    @Test
    void whoGetsMailIsNotInTheLog() {
        List<String> lines = logged(() -> {
            String id = Made.draftId("email,firstName\nada@secret.example,Ada\nnobody,Bo\nbo@secret.example,Bo\n");
            Made.launched(id);
            Made.finished(id);
            ObjectNode notification = Caller.json();
            notification.putObject("recipient").put("email", "chidi@secret.example");
            notification.putObject("content").put("subject", "x").put("html", "x");
            Made.id(TestService.program().post("/api/v1/notifications", notification));
            Caller.nobody()
                    .post(
                            "/api/v1/session",
                            Caller.json().put("email", "eve@secret.example").put("password", "x"));
            LoggerFactory.getLogger(NoAddressInLogsTest.class).info("the log is being read");
        });
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains("secret.example"));
    }

    private static List<String> logged(Runnable work) {
        TestService.port();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = Objects.requireNonNull(root.getLevel());
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        root.addAppender(appender);
        root.setLevel(Level.INFO);
        try {
            work.run();
        } finally {
            root.setLevel(before);
            root.detachAppender(appender);
        }
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(appender.list)) {
            lines.add(event.getFormattedMessage()
                    + event.getMDCPropertyMap()
                    + (event.getThrowableProxy() == null
                            ? ""
                            : ThrowableProxyUtil.asString(event.getThrowableProxy())));
        }
        return lines;
    }
}
