package io.tidings.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Page;
import io.tidings.core.suppression.Suppression;
import io.tidings.core.suppression.Suppression.Reason;
import io.tidings.core.suppression.SuppressionEntry.Lift;
import io.tidings.core.suppression.SuppressionScope;
import io.tidings.core.suppression.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public abstract class SuppressionContract {

    protected abstract Ports ports();

    @Test
    void allThatIsKnownComesBackAsItWasStored() {
        EmailAddress address = Samples.address();
        Suppressions rich = Suppressions.none(address)
                .with(new Suppression(address, Reason.BOUNCE, "bounce 1", Samples.NOON))
                .with(new Suppression(
                        address,
                        SuppressionScope.topic("news"),
                        Reason.MANUAL,
                        "asked by telephone",
                        Samples.NOON.plusSeconds(5),
                        Samples.NOON.plusSeconds(500)))
                .with(SuppressionScope.EVERYTHING, new Lift(null, Samples.NOON.plusSeconds(9), "ana", "is back"))
                .with(
                        SuppressionScope.MARKETING,
                        new Lift(Reason.COMPLAINT, Samples.NOON.plusSeconds(8), "the recipient", "not spam"))
                .withSoftBounce("campaign#1", Samples.NOON)
                .withSoftBounce("notification#2", Samples.NOON.plusSeconds(90_000))
                .withDelivery(Samples.NOON.plusSeconds(7));
        assertThat(ports().suppressions().replace(Suppressions.none(address), rich))
                .isTrue();

        Suppressions stored = ports().suppressions().find(address);
        assertThat(stored)
                .isEqualTo(new Suppressions(address, rich.entries(), rich.softBounces(), stored.revision()))
                .isNotEqualTo(rich);
        assertThat(ports().suppressions()
                        .find(List.of(address.recipientId(), Samples.address().recipientId())))
                .containsOnly(Map.entry(address.recipientId(), stored));
    }

    @Test
    void whoReadItBeforeSomebodyElseChangedItReadsAgain() {
        EmailAddress address = Samples.address();
        Suppressions seen = ports().suppressions().find(address);
        ports().suppressions().add(new Suppression(address, Reason.BOUNCE, "bounce 1", Samples.NOON));
        Suppressions late = seen.with(new Suppression(address, Reason.COMPLAINT, "complaint 1", Samples.NOON));
        assertThat(ports().suppressions().replace(seen, late)).isFalse();

        ports().suppressions().add(new Suppression(address, Reason.COMPLAINT, "complaint 1", Samples.NOON));
        Suppressions both = ports().suppressions().find(address);
        assertThat(both.in(SuppressionScope.EVERYTHING).seen()).containsOnlyKeys(Reason.BOUNCE, Reason.COMPLAINT);
        assertThat(ports().suppressions().replace(seen, late)).isFalse();
    }

    @Test
    void theListIsPagedInTheOrderOfTheAddresses() {
        String mark = "List" + Samples.id().substring(0, 8);
        List<String> addresses = IntStream.range(0, 23)
                .mapToObj(i -> mark.toLowerCase(java.util.Locale.ROOT) + (char) ('a' + i) + "@example.com")
                .toList();
        for (String address : addresses.reversed()) {
            // However the address was typed.
            EmailAddress typed = EmailAddress.of(address.replace("list", "LIST"));
            ports().suppressions().add(new Suppression(typed, Reason.BOUNCE, "bounce", Samples.NOON));
        }
        List<String> found = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            Page<Suppressions> page = ports().suppressions().list(mark.toLowerCase(java.util.Locale.ROOT), cursor, 5);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(5);
            page.items().forEach(known -> found.add(known.address().toString().toLowerCase(java.util.Locale.ROOT)));
            cursor = page.next();
            pages++;
        } while (cursor != null);
        assertThat(found).isEqualTo(addresses);
        assertThat(pages).isEqualTo(5);
        assertThat(ports().suppressions()
                        .list("nobody-" + Samples.id(), null, 5)
                        .items())
                .isEmpty();
    }
}
