package io.tidings.awslocal.ses;

import io.tidings.awslocal.mail.Draft;

/** One mail of a request: readable, or already refused for what it is. */
sealed interface Candidate {

    record Readable(Draft draft) implements Candidate {}

    record Unreadable(SendRefusal refusal) implements Candidate {}
}
