package io.tidings.awslocal.dynamodb.wire;

/** An HTTP status and its JSON. */
@SuppressWarnings("ArrayRecordComponent") // The bytes go straight to the socket; nobody compares them.
public record Answer(int status, byte[] json) {}
