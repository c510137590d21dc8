package io.tidings.awslocal.dynamodb;

import io.tidings.awslocal.dynamodb.expression.Condition;
import io.tidings.awslocal.dynamodb.expression.Update;
import io.tidings.awslocal.dynamodb.value.Value;
import org.jspecify.annotations.Nullable;

/** One item's write as it was asked for, checked as far as it can be without the item. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record WriteAction(
        Table table,
        byte[] key,
        Value.MapOf keyAttributes,
        Kind kind,
        @Nullable Condition condition,
        boolean returnOld) {

    sealed interface Kind {}

    record Put(Value.MapOf item, byte[] encoded) implements Kind {}

    /** Null updates nothing, but makes the item if there is none. */
    record Change(@Nullable Update update) implements Kind {}

    record Delete() implements Kind {}

    record Check() implements Kind {}
}
