package io.tidings.service.unsubscribe;

import io.tidings.core.access.SecretStore;
import io.tidings.core.address.RecipientId;
import io.tidings.core.ledger.Origin;
import io.tidings.core.notification.LeaveLinks;
import io.tidings.core.sending.UnsubscribeLinks;
import io.tidings.service.wiring.LinkSettings;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Links that name a recipient and what he got, a campaign or a notification, signed, without an address in them. They hold for as long as their key is known. */
@Singleton
final class Tokens implements UnsubscribeLinks, LeaveLinks {

    static final String PATH = "/u/";
    private static final String STORED = "unsubscribe-key";
    private static final byte OF_CAMPAIGN = 1;
    private static final byte OF_NOTIFICATION = 2;
    private static final int RECIPIENT = 20;
    private static final int ORIGIN = 16;
    private static final int CONTENT = 1 + SigningKey.ID + RECIPIENT + ORIGIN;
    private static final int LETTERS = (CONTENT + SigningKey.SIGNATURE) * 4 / 3 + 1;

    record Claim(RecipientId recipient, Origin origin) {}

    private final String base;
    private final List<SigningKey> keys;

    Tokens(LinkSettings settings, SecretStore secrets) {
        this.base = settings.publicUrl() + PATH;
        List<String> all = new ArrayList<>(settings.unsubscribeKeys());
        // The deployment's own key verifies for ever, also when keys are set later.
        all.add(secrets.keep(STORED, made()));
        this.keys = all.stream().map(SigningKey::new).toList();
    }

    private static String made() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    @Override
    public String link(RecipientId recipient, String campaignId) {
        return base + token(recipient, new Origin.OfCampaign(campaignId));
    }

    @Override
    public String leaveLink(RecipientId recipient, String notificationId) {
        return base + token(recipient, new Origin.OfNotification(notificationId));
    }

    private String token(RecipientId recipient, Origin origin) {
        SigningKey key = keys.getFirst();
        UUID id = UUID.fromString(origin.id());
        byte[] content = ByteBuffer.allocate(CONTENT)
                .put(origin instanceof Origin.OfCampaign ? OF_CAMPAIGN : OF_NOTIFICATION)
                .put(key.id())
                .put(recipient.bytes())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        byte[] token = Arrays.copyOf(content, CONTENT + SigningKey.SIGNATURE);
        System.arraycopy(key.sign(content), 0, token, CONTENT, SigningKey.SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty for whatever we did not sign. */
    Optional<Claim> read(String token) {
        if (token.length() > LETTERS) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != CONTENT + SigningKey.SIGNATURE || bytes[0] != OF_CAMPAIGN && bytes[0] != OF_NOTIFICATION) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, CONTENT);
        byte[] signature = Arrays.copyOfRange(bytes, CONTENT, bytes.length);
        byte[] id = Arrays.copyOfRange(content, 1, 1 + SigningKey.ID);
        boolean ours = keys.stream()
                .filter(key -> Arrays.equals(key.id(), id))
                .anyMatch(key -> key.signed(content, signature));
        return ours
                ? Optional.of(claim(bytes[0], ByteBuffer.wrap(content, 1 + SigningKey.ID, RECIPIENT + ORIGIN)))
                : Optional.empty();
    }

    private static Claim claim(byte kind, ByteBuffer content) {
        byte[] recipient = new byte[RECIPIENT];
        content.get(recipient);
        String id = new UUID(content.getLong(), content.getLong()).toString();
        return new Claim(
                RecipientId.ofBytes(recipient),
                kind == OF_CAMPAIGN ? new Origin.OfCampaign(id) : new Origin.OfNotification(id));
    }
}
