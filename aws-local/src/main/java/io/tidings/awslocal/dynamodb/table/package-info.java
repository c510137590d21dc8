/** What a table is: its keys, its indexes, its description. */
@NullMarked
package io.tidings.awslocal.dynamodb.table;

import org.jspecify.annotations.NullMarked;
