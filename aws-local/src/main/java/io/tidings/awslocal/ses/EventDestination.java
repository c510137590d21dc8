package io.tidings.awslocal.ses;

import java.util.Set;

/** Where a configuration set's events of some types go. Types are spelt as the API does: SEND, RENDERING_FAILURE. */
public record EventDestination(String name, boolean enabled, Set<String> types, String topicArn) {}
