package io.tidings.awslocal.dynamodb.value;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An attribute's value. Numbers are kept as their canonical text, so that equal numbers are equal values. */
public sealed interface Value {

    /** The name of its type on the wire. */
    String type();

    record Text(String text) implements Value {
        @Override
        public String type() {
            return "S";
        }
    }

    record Num(String text) implements Value {
        @Override
        public String type() {
            return "N";
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // equals and hashCode are its own.
    record Bytes(byte[] bytes) implements Value {
        @Override
        public String type() {
            return "B";
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }
    }

    record Bool(boolean value) implements Value {
        @Override
        public String type() {
            return "BOOL";
        }
    }

    record Null() implements Value {
        @Override
        public String type() {
            return "NULL";
        }
    }

    record ListOf(List<Value> items) implements Value {
        @Override
        public String type() {
            return "L";
        }
    }

    record MapOf(Map<String, Value> attributes) implements Value {
        @Override
        public String type() {
            return "M";
        }
    }

    /** One of the three kinds of set; the elements are of one type and distinct. */
    record SetOf(String type, Set<Value> elements) implements Value {}

    /** A value that is none. Kept until it is clear that the request has no earlier mistake, then complained about. */
    record Malformed(String problem) implements Value {
        @Override
        public String type() {
            return "";
        }
    }
}
