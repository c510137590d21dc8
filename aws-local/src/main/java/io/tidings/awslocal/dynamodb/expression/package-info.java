/** Condition, filter, key condition, update and projection expressions: parsed, checked, evaluated. */
@NullMarked
package io.tidings.awslocal.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
