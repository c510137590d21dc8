package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.address.RecipientId;
import io.tidings.core.audience.Audience;
import io.tidings.core.audience.Contact;
import io.tidings.core.audience.ImportJob;
import io.tidings.core.audience.ImportJob.RowError;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

public abstract class AudienceContract {

    protected abstract Ports ports();

    @Test
    void anImportSetsSomeAttributesAndLeavesTheOthers() {
        EmailAddress address = Samples.address();
        ports().contacts().upsert(List.of(new Contact(address, Map.of("name", "Ana", "city", "Oslo"), Samples.NOON)));
        ports().contacts().upsert(List.of(new Contact(address, Map.of("city", "Lyon"), Samples.NOON.plusSeconds(60))));

        Contact contact = ports().contacts().find(address.recipientId()).orElseThrow();
        assertThat(contact.attributes()).containsOnly(Map.entry("name", "Ana"), Map.entry("city", "Lyon"));
        assertThat(contact.createdAt()).isEqualTo(Samples.NOON);
    }

    @Test
    void findsThoseContactsThatExist() {
        Contact known = new Contact(Samples.address(), Map.of(), Samples.NOON);
        RecipientId unknown = Samples.address().recipientId();
        ports().contacts().upsert(List.of(known));

        assertThat(ports().contacts().find(List.of(known.id(), unknown))).containsOnly(Map.entry(known.id(), known));
        assertThat(ports().contacts().find(unknown)).isEmpty();
    }

    @Test
    void joiningTwiceCountsOnce() {
        Audience audience = audience();
        List<RecipientId> people = Samples.recipients(230);
        ports().audiences().join(audience.id(), people.subList(0, 130), Samples.NOON);
        ports().audiences().join(audience.id(), people, Samples.NOON.plusSeconds(1));

        assertThat(ports().audiences().find(audience.id()).orElseThrow().contacts())
                .isEqualTo(230);
        assertThat(members(audience, Samples.NOON.plusSeconds(1), 7)).containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void whoJoinedLaterIsNotOfTheAudienceAsItWas() {
        Audience audience = audience();
        List<RecipientId> early = Samples.recipients(20);
        ports().audiences().join(audience.id(), early, Samples.NOON);
        ports().audiences().join(audience.id(), Samples.recipients(20), Samples.NOON.plusSeconds(1));

        assertThat(members(audience, Samples.NOON, 3)).containsExactlyInAnyOrderElementsOf(early);
        long counted = 0;
        for (int shard = 0; shard < Audience.SHARDS; shard++) {
            counted += ports().audiences().count(audience.id(), shard, Samples.NOON);
        }
        assertThat(counted).isEqualTo(20);
    }

    /** An import that began before a launch ends after it, with a clock that is behind. */
    @Test
    void afterACutNobodyJoinsBeforeIt() {
        Audience audience = audience();
        List<RecipientId> early = Samples.recipients(20);
        List<RecipientId> late = Samples.recipients(200);
        Instant until = Samples.NOON.plusSeconds(5);
        ports().audiences().join(audience.id(), early, Samples.NOON);
        ports().audiences().cut(audience.id(), until);
        ports().audiences().cut(audience.id(), Samples.NOON);
        List<RecipientId> both = new ArrayList<>(early);
        both.addAll(late);
        ports().audiences().join(audience.id(), both, Samples.NOON.plusSeconds(1));

        assertThat(members(audience, until, 50)).containsExactlyInAnyOrderElementsOf(early);
        assertThat(members(audience, until.plusMillis(1), 50)).containsExactlyInAnyOrderElementsOf(both);
        assertThat(ports().audiences().find(audience.id()).orElseThrow().contacts())
                .isEqualTo(220);
    }

    @Test
    void aContactsAudiencesAreFoundWithTheTimeOfJoining() {
        Audience one = audience();
        Audience other = audience();
        RecipientId contact = Samples.address().recipientId();
        ports().audiences().join(one.id(), List.of(contact), Samples.NOON);
        ports().audiences().join(one.id(), List.of(contact), Samples.NOON.plusSeconds(9));
        List<String> both = List.of(one.id(), other.id());
        assertThat(ports().audiences().memberships(contact, both)).isEqualTo(Map.of(one.id(), Samples.NOON));
        assertThat(ports().audiences().memberships(Samples.address().recipientId(), both))
                .isEmpty();
        assertThat(ports().audiences().memberships(contact, List.of())).isEmpty();
    }

    @Test
    void anImportsProgressIsKeptWithItsErrors() {
        ImportJob job = ImportJob.started(Samples.id(), Samples.id(), "people.csv", Samples.NOON)
                .progress(3, List.of(new RowError(4, "email", "is empty")), Samples.NOON.plusSeconds(1));
        ports().imports().save(job);
        assertThat(ports().imports().find(job.id())).contains(job);

        ImportJob done = job.finished(Samples.NOON.plusSeconds(2));
        ports().imports().save(done);
        assertThat(ports().imports().find(job.id())).contains(done);
        assertThat(ports().imports().find(Samples.id())).isEmpty();
    }

    private Audience audience() {
        Audience audience = new Audience(Samples.id(), "Guests", 0, Samples.NOON);
        ports().audiences().add(audience);
        assertThat(ports().audiences().list()).contains(audience);
        return audience;
    }

    /** Shard by shard, page by page. */
    private List<RecipientId> members(Audience audience, Instant until, int pageSize) {
        List<RecipientId> all = new ArrayList<>();
        for (int shard = 0; shard < Audience.SHARDS; shard++) {
            RecipientId after = null;
            List<RecipientId> page;
            do {
                page = ports().audiences().members(audience.id(), shard, until, after, pageSize);
                assertThat(page).isSorted();
                all.addAll(page);
                after = page.isEmpty() ? null : page.getLast();
            } while (page.size() == pageSize);
        }
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }
}
