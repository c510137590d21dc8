package io.tidings.core.sending;

import io.tidings.core.campaign.Campaign;
import java.util.LinkedHashMap;
import java.util.Map;

/** What tells mail programs that a mail is one of many, and how its reader leaves with one click (RFC 2369, 2919 and 8058). */
public final class ListHeaders {

    private ListHeaders() {}

    static Map<String, String> of(Campaign campaign, String link) {
        return of(campaign.topic(), campaign.sender().address().domain(), link);
    }

    /** @param domain the sender's */
    public static Map<String, String> of(String topic, String domain, String link) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("List-Unsubscribe", "<" + link + ">");
        headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        // The same for all mail of a topic, so that people can sort by it. A topic is of letters a domain name can
        // have.
        headers.put("List-Id", "<" + topic + "." + domain + ">");
        return headers;
    }
}
