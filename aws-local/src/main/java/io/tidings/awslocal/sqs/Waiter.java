package io.tidings.awslocal.sqs;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A long poll that waits for messages. */
record Waiter(int max, long visibilityMillis, long deadline, BooleanSupplier isGone, Consumer<List<Received>> answer) {}
