package io.tidings.awslocal.sns;

import io.tidings.awslocal.sqs.Attribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is published: a text for every subscription of a topic. */
public record Publication(String message, @Nullable String subject, Map<String, Attribute> attributes) {}
