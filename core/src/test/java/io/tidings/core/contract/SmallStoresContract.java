package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.access.ApiKey;
import io.tidings.core.access.Session;
import io.tidings.core.access.User;
import io.tidings.core.alarm.Alarm;
import io.tidings.core.pacing.PermitStore.Line;
import io.tidings.core.pacing.Slowdown;
import org.junit.jupiter.api.Test;

public abstract class SmallStoresContract {

    protected abstract Ports ports();

    @Test
    void aSecretIsMadeOnce() {
        String name = Samples.id();
        assertThat(ports().secrets().keep(name, "first")).isEqualTo("first");
        assertThat(ports().secrets().keep(name, "second")).isEqualTo("first");
    }

    @Test
    void theLineIsMovedByWhoSawItLast() {
        Line seen = ports().permits().read();
        Line next = new Line(Samples.NOON.plusSeconds(seen.granted()), seen.granted() + 5);

        assertThat(ports().permits().move(seen, next)).isTrue();
        assertThat(ports().permits().move(seen, new Line(Samples.NOON, seen.granted() + 1)))
                .isFalse();
        assertThat(ports().permits().read()).isEqualTo(next);
    }

    @Test
    void theLineTellsThatSesThrottlesUntilThatIsOver() {
        Line seen = ports().permits().read();
        Line slowed = new Line(seen.takenUntil(), seen.granted() + 5, new Slowdown(0.64, Samples.NOON));
        assertThat(ports().permits().move(seen, slowed)).isTrue();
        assertThat(ports().permits().move(seen, new Line(seen.takenUntil(), seen.granted() + 5)))
                .isFalse();
        assertThat(ports().permits().read()).isEqualTo(slowed);
        Line over = new Line(slowed.takenUntil(), slowed.granted() + 1);
        assertThat(ports().permits().move(slowed, over)).isTrue();
        assertThat(ports().permits().read()).isEqualTo(over);
    }

    @Test
    void aCampaignWithALimitHasALineOfItsOwn() {
        String campaign = Samples.id();
        Line fresh = ports().permits(campaign).read();
        assertThat(fresh.granted()).isZero();
        assertThat(fresh.takenUntil()).isBefore(Samples.NOON);
        Line next = new Line(Samples.NOON, 3);
        assertThat(ports().permits(campaign).move(fresh, next)).isTrue();
        assertThat(ports().permits(campaign).move(fresh, next)).isFalse();
        assertThat(ports().permits(campaign).read()).isEqualTo(next);
        assertThat(ports().permits(Samples.id()).read().granted()).isZero();
    }

    @Test
    void anAddressHasOneAccount() {
        User user = new User(Samples.id() + "@example.com", "Ana", User.Role.ADMINISTRATOR, "hash");
        assertThat(ports().access().addUser(user)).isTrue();
        assertThat(ports().access().addUser(new User(user.email(), "Eve", User.Role.ADMINISTRATOR, "other")))
                .isFalse();
        assertThat(ports().access().user(user.email())).contains(user);
        assertThat(ports().access().anyUser()).isTrue();
        assertThat(ports().access().user("nobody@example.com")).isEmpty();
    }

    @Test
    void aSessionEndsWhenItIsRemoved() {
        Session session = new Session(Samples.id(), "ana@example.com", Samples.NOON.plusSeconds(60));
        ports().access().addSession(session);
        assertThat(ports().access().session(session.tokenHash())).contains(session);
        ports().access().removeSession(session.tokenHash());
        assertThat(ports().access().session(session.tokenHash())).isEmpty();
    }

    @Test
    void keysAreFoundByTheirId() {
        ApiKey key = new ApiKey(Samples.id(), "chat", ApiKey.Scope.NOTIFICATIONS, "hash", Samples.NOON);
        ports().access().addKey(key);
        assertThat(ports().access().key(key.id())).contains(key);
        assertThat(ports().access().keys()).contains(key);
        assertThat(ports().access().key(Samples.id())).isEmpty();
        assertThat(ports().access().removeKey(Samples.id())).isFalse();
        assertThat(ports().access().removeKey(key.id())).isTrue();
        assertThat(ports().access().removeKey(key.id())).isFalse();
        assertThat(ports().access().key(key.id())).isEmpty();
    }

    @Test
    void anAlarmIsBegunAndEndedByOneProcess() {
        Alarm alarm = new Alarm(
                Alarm.Kind.DEAD_LETTERS, Samples.id(), Samples.NOON, "three are parked", "look", "/dead-letters");
        assertThat(ports().alarms().begin(alarm)).isTrue();
        assertThat(ports().alarms().begin(alarm)).isFalse();
        Alarm reworded =
                new Alarm(alarm.kind(), alarm.subject(), alarm.since(), "four are parked", alarm.todo(), alarm.link());
        ports().alarms().reword(reworded);
        assertThat(ports().alarms().open()).contains(reworded).doesNotContain(alarm);
        assertThat(ports().alarms().end(alarm)).isTrue();
        assertThat(ports().alarms().end(alarm)).isFalse();
        assertThat(ports().alarms().open()).doesNotContain(reworded);
    }

    @Test
    void aRewordedAlarmThatHasEndedStaysEnded() {
        Alarm alarm =
                new Alarm(Alarm.Kind.REPUTATION, Samples.id(), Samples.NOON, "many bounces", "look", "/statistics");
        ports().alarms().reword(alarm);
        assertThat(ports().alarms().open()).doesNotContain(alarm);
    }
}
