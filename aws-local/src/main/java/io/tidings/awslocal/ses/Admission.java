package io.tidings.awslocal.ses;

/** What SES says to one mail. */
sealed interface Admission permits Admission.Accepted, SendRefusal {

    record Accepted(String messageId) implements Admission {}
}
