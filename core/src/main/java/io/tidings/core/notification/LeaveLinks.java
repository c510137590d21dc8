package io.tidings.core.notification;

import io.tidings.core.address.RecipientId;

/** Where somebody leaves the topic of a notification he got. */
public interface LeaveLinks {

    String leaveLink(RecipientId recipient, String notificationId);
}
