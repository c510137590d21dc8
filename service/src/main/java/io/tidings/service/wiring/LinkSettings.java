package io.tidings.service.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The links that mails carry; docs/settings.md tells what for.
 *
 * @param publicUrl where the people who get mail reach this service
 * @param unsubscribeKeys secrets that sign links, the newest first; with none, the deployment makes its own
 */
@Context
@ConfigurationProperties("tidings")
public record LinkSettings(
        @Bindable(defaultValue = "http://localhost:8080") URI publicUrl,
        @Bindable(defaultValue = "") List<String> unsubscribeKeys) {

    private static final int SHORTEST_KEY = 32;
    /** SES: a header's value has at most 995 characters, and the token needs some of them. */
    private static final int LONGEST_URL = 300;

    public LinkSettings {
        unsubscribeKeys = unsubscribeKeys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        if (unsubscribeKeys.stream().anyMatch(key -> key.length() < SHORTEST_KEY)) {
            throw new IllegalArgumentException("tidings.unsubscribe-keys has a key of fewer than " + SHORTEST_KEY
                    + " characters; make one with" + " openssl rand -base64 32");
        }
        publicUrl = checked(publicUrl);
    }

    /** Mailbox providers unsubscribe with one click over https only (RFC 8058), and real mail keeps its links for years. */
    void requireFitForRealMail() {
        String host = publicUrl.getHost().toLowerCase(Locale.ROOT);
        boolean here = host.equals("localhost")
                || host.endsWith(".localhost")
                || host.startsWith("127.")
                || host.equals("[::1]")
                || host.equals("0.0.0.0");
        if (here || !publicUrl.getScheme().equals("https")) {
            throw new IllegalArgumentException(
                    "TIDINGS_PUBLIC_URL (tidings.public-url) must be the https address at which"
                            + " the people who get mail reach this service, not " + publicUrl
                            + ": this is a real AWS account, and nobody could unsubscribe from its mail");
        }
    }

    private static URI checked(URI url) {
        String text = url.toString();
        boolean plain = url.getHost() != null
                && url.getScheme() != null
                && Set.of("http", "https").contains(url.getScheme())
                && url.getRawQuery() == null
                && url.getRawFragment() == null
                && url.getRawUserInfo() == null
                && text.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>');
        if (!plain || text.length() > LONGEST_URL) {
            throw new IllegalArgumentException("tidings.public-url must be like https://mail.example.com, at most "
                    + LONGEST_URL + " characters and without ? and #, not " + text);
        }
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
    }
}
