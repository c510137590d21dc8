package io.tidings.service.wiring;

import io.tidings.aws.deployment.AwsClients;
import io.tidings.aws.ses.SesBulkTransport;
import io.tidings.aws.ses.SesQuotaSource;
import io.tidings.aws.ses.SesRawTransport;
import io.tidings.aws.ses.SesSingleTransport;
import io.tidings.core.pacing.QuotaSource;
import io.tidings.core.sending.MailTransport;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;

/** By which call mail is handed to SES, and with it which of SES's APIs is asked for the quota. */
enum SesTransport {
    BULK,
    SINGLE,
    RAW;

    static SesTransport named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("tidings.ses-transport must be bulk, single or raw, not " + name));
    }

    MailTransport over(AwsClients clients, String configurationSet) {
        return switch (this) {
            case BULK -> new SesBulkTransport(clients.ses(), configurationSet);
            case SINGLE -> new SesSingleTransport(clients.ses(), configurationSet);
            case RAW -> new SesRawTransport(clients.sesV1(), configurationSet);
        };
    }

    QuotaSource quotas(AwsClients clients, InstantSource clock) {
        return switch (this) {
            case BULK, SINGLE -> SesQuotaSource.of(clients.ses(), clock);
            case RAW -> SesQuotaSource.of(clients.sesV1(), clock);
        };
    }
}
