package io.tidings.core.webhook;

import io.tidings.core.ledger.Origin;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's address for events, and which of them he wants.
 *
 * @param secrets what signs the events, the newest first
 * @param failingSince since when nothing has reached it; nothing after a success
 * @param disabled why nothing is sent, and since when
 */
public record Webhook(
        String id,
        Wishes wishes,
        List<Secret> secrets,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Disabled disabled,
        long revision) {

    /** What its owner chose. */
    public record Wishes(URI url, Set<EventType> types, Only only, String description) {
        public Wishes {
            types = types.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(types));
        }
    }

    /** Of which mail it wants events. */
    public enum Only {
        ALL,
        CAMPAIGNS,
        NOTIFICATIONS
    }

    /** @param until when it stops signing; nothing for the newest, which signs until it is replaced */
    public record Secret(String text, @Nullable Instant until) {}

    /** @param byHand whether somebody wanted it so; otherwise nothing reached it */
    public record Disabled(Instant at, String why, boolean byHand) {}

    public Webhook {
        secrets = List.copyOf(secrets);
    }

    public static Webhook made(String id, Wishes wishes, String secret, Instant now) {
        return new Webhook(id, wishes, List.of(new Secret(secret, null)), now, null, null, 1);
    }

    public boolean enabled() {
        return disabled == null;
    }

    public boolean wants(EventType type) {
        return wishes.types().contains(type);
    }

    public boolean wants(Event event) {
        return wants(event.type())
                && switch (wishes.only()) {
                    case ALL -> true;
                    case CAMPAIGNS -> event.of(Origin.OfCampaign.class);
                    case NOTIFICATIONS -> event.of(Origin.OfNotification.class);
                };
    }

    /** Those that sign now: while a secret is replaced, the old one beside the new. */
    public List<String> signingSecrets(Instant now) {
        return secrets.stream()
                .filter(secret -> secret.until() == null || secret.until().isAfter(now))
                .map(Secret::text)
                .toList();
    }

    public Webhook wishing(Wishes next) {
        return next(next, secrets, failingSince, disabled);
    }

    /** The secret so far signs on beside the new one, so that no event is lost while the receiver changes over. */
    public Webhook rotated(String secret, Duration overlap, Instant now) {
        List<Secret> both = new ArrayList<>(List.of(new Secret(secret, null)));
        both.add(new Secret(secrets.getFirst().text(), now.plus(overlap)));
        return next(wishes, overlap.isPositive() ? both : both.subList(0, 1), failingSince, disabled);
    }

    Webhook disabled(String why, Instant now) {
        return next(wishes, secrets, failingSince, new Disabled(now, why, false));
    }

    public Webhook disabledByHand(Instant now) {
        return next(wishes, secrets, failingSince, new Disabled(now, "disabled by hand", true));
    }

    /** Failures of before no longer count. */
    public Webhook enabledAgain() {
        return next(wishes, secrets, null, null);
    }

    Webhook failing(Instant since) {
        return next(wishes, secrets, since, disabled);
    }

    Webhook working() {
        return next(wishes, secrets, null, disabled);
    }

    private Webhook next(
            Wishes nextWishes, List<Secret> nextSecrets, @Nullable Instant failing, @Nullable Disabled off) {
        return new Webhook(id, nextWishes, nextSecrets, createdAt, failing, off, revision + 1);
    }
}
