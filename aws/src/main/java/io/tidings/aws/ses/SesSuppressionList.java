package io.tidings.aws.ses;

import io.tidings.core.address.EmailAddress;
import io.tidings.core.audience.Page;
import io.tidings.core.suppression.ProviderSuppressionList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SuppressedDestination;
import software.amazon.awssdk.services.sesv2.model.SuppressedDestinationSummary;
import software.amazon.awssdk.services.sesv2.model.SuppressionListReason;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

/** The account's list. Each of these calls may be made once a second, so who makes many of them waits. */
public final class SesSuppressionList implements ProviderSuppressionList {

    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 1_100;
    // SES: at most 1,000 a page.
    private static final int LONGEST_PAGE = 1_000;

    private final SesV2Client client;

    public SesSuppressionList(SesV2Client client) {
        this.client = client;
    }

    @Override
    public Page<Listed> list(@Nullable String cursor, int limit) {
        var response = patiently(() -> client.listSuppressedDestinations(
                request -> request.nextToken(cursor).pageSize(Math.min(limit, LONGEST_PAGE))));
        List<Listed> listed = response.suppressedDestinationSummaries().stream()
                .map(SesSuppressionList::listed)
                .toList();
        return new Page<>(listed, response.nextToken());
    }

    @Override
    public Optional<Listed> find(EmailAddress address) {
        try {
            SuppressedDestination found = patiently(
                            () -> client.getSuppressedDestination(request -> request.emailAddress(address.toString())))
                    .suppressedDestination();
            return Optional.of(new Listed(
                    found.emailAddress(), found.reason() == SuppressionListReason.COMPLAINT, found.lastUpdateTime()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public void put(EmailAddress address, boolean complaint) {
        patiently(() -> client.putSuppressedDestination(request -> request.emailAddress(address.toString())
                .reason(complaint ? SuppressionListReason.COMPLAINT : SuppressionListReason.BOUNCE)));
    }

    @Override
    public void remove(EmailAddress address) {
        try {
            patiently(() -> client.deleteSuppressedDestination(request -> request.emailAddress(address.toString())));
        } catch (NotFoundException e) {
            // As it was asked for.
        }
    }

    private static Listed listed(SuppressedDestinationSummary summary) {
        return new Listed(
                summary.emailAddress(), summary.reason() == SuppressionListReason.COMPLAINT, summary.lastUpdateTime());
    }

    private static <T> T patiently(Supplier<T> call) {
        for (int tries = 1; ; tries++) {
            try {
                return call.get();
            } catch (TooManyRequestsException e) {
                if (tries == TRIES) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for SES", e);
        }
    }
}
