package io.tidings.service.workers;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.tidings.core.alarm.WatchAlarms;
import io.tidings.core.alarm.WatchAlarms.Changes;
import io.tidings.service.wiring.AlarmSettings;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every so often whether there is something that somebody must look at, and logs when it begins and when it ends. */
@Context
final class AlarmWatch implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);

    private final WatchAlarms alarms;
    private final AlarmSettings settings;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("alarms").factory());

    AlarmWatch(WatchAlarms alarms, AlarmSettings settings) {
        this.alarms = alarms;
        this.settings = settings;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        long every = settings.lookEvery().toMillis();
        thread.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Changes changes = alarms.look();
            changes.begun()
                    .forEach(alarm -> LOG.warn("alarm {} began: {} {}", alarm.id(), alarm.words(), alarm.todo()));
            changes.ended().forEach(alarm -> LOG.info("alarm {} ended, it began {}", alarm.id(), alarm.since()));
            changes.failed()
                    .forEach((kind, cause) -> LOG.warn("alarms of {} cannot be looked at: {}", kind, cause.toString()));
        } catch (RuntimeException e) {
            LOG.warn("alarms cannot be looked at: {}", e.toString());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
