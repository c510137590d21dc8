/** The clients, and the tables, queues and topics one deployment needs. */
@NullMarked
package io.tidings.aws.deployment;

import org.jspecify.annotations.NullMarked;
