package io.tidings.core.sending;

import io.tidings.core.address.RecipientId;

/** Where somebody leaves who got this campaign. It is asked for with every mail, so it must be quick. */
public interface UnsubscribeLinks {

    String link(RecipientId recipient, String campaignId);
}
