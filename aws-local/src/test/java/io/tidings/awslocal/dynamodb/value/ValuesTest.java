package io.tidings.awslocal.dynamodb.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValuesTest {
    private final SplittableRandom random = new SplittableRandom(7);

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "007, 7",
        "1.0, 1",
        "1e3, 1000",
        "-2.50, -2.5",
        "+1, 1",
        ".5, 0.5",
        "5., 5",
        "1E-3, 0.001",
        "0e99999999999, 0",
        "12345678901234567890123456789012345678, 12345678901234567890123456789012345678"
    })
    void numberHasOneText(String written, String kept) {
        assertThat(Decimal.parse(written)).isEqualTo(new Value.Num(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "abc",
        "1e",
        "--1",
        "1_0",
        "0x1",
        "'1 '",
        "e5",
        ".",
        "NaN",
        "Infinity",
        "1e126",
        "1e-131",
        "123456789012345678901234567890123456789",
        "9e99999999999"
    })
    void whatIsNoNumberIsMalformed(String written) {
        assertThat(Decimal.parse(written)).isInstanceOf(Value.Malformed.class);
    }

    @Test
    void longNumberIsRefusedInNoTime() {
        assertThat(Decimal.parse("9".repeat(10_000_000))).isInstanceOf(Value.Malformed.class);
    }

    @Test
    void storedKeysOfNumbersAreInTheOrderOfTheNumbers() {
        var numbers = new ArrayList<BigDecimal>();
        for (var i = 0; i < 3_000; i++) {
            var digits = BigInteger.valueOf(random.nextLong(-999_999, 1_000_000));
            numbers.add(new BigDecimal(digits, random.nextInt(-100, 100)));
        }
        assertOrdered(numbers.stream().map(Decimal::of).toList());
    }

    @Test
    void storedKeysOfTextAndBytesAreInTheirOrder() {
        var texts = new ArrayList<Value>();
        var bytes = new ArrayList<Value>();
        for (var i = 0; i < 3_000; i++) {
            var some = new byte[random.nextInt(4)];
            random.nextBytes(some);
            for (var b = 0; b < some.length; b++) {
                // Many bytes where escaping could go wrong.
                some[b] = random.nextInt(3) == 0 ? (byte) random.nextInt(-1, 2) : some[b];
            }
            bytes.add(new Value.Bytes(some));
            texts.add(new Value.Text(List.of("a", "\u0000", "ä", "😀", "\uFFFD").get(random.nextInt(5))
                    + List.of("", "a", "\u0000", "😀").get(random.nextInt(4))));
        }
        assertOrdered(texts);
        assertOrdered(bytes);
    }

    @Test
    void storedItemIsTheItem() {
        var item = new Value.MapOf(Map.of(
                "text", new Value.Text("äöü 😀 \u0000"),
                "number", new Value.Num("-12.5"),
                "bytes", new Value.Bytes(new byte[] {0, -1, 5}),
                "true", new Value.Bool(true),
                "false", new Value.Bool(false),
                "null", new Value.Null(),
                "list", new Value.ListOf(List.of(new Value.Text(""), new Value.MapOf(Map.of()))),
                "set", new Value.SetOf("NS", new LinkedHashSet<>(List.of(new Value.Num("1"), new Value.Num("2")))),
                "long", new Value.Text("x".repeat(100_000))));
        var stored = ItemCodec.encode(item);
        assertThat(ItemCodec.decode(stored)).isEqualTo(item);
        assertThat(ItemCodec.size(stored)).isEqualTo(Sizes.item(item));
    }

    @Test
    void sizesAreDynamoDbs() {
        assertThat(Sizes.value(new Value.Text("äö😀"))).isEqualTo(8);
        assertThat(Sizes.value(new Value.Num("0"))).isEqualTo(1);
        assertThat(Sizes.value(new Value.Num("-123"))).isEqualTo(4);
        assertThat(Sizes.value(new Value.Num("1.5"))).isEqualTo(3);
        assertThat(Sizes.value(new Value.ListOf(List.of(new Value.Text("a"))))).isEqualTo(5);
        assertThat(Sizes.item(new Value.MapOf(Map.of("pk", new Value.Text("abc")))))
                .isEqualTo(5);
    }

    private static void assertOrdered(List<Value> values) {
        for (var i = 1; i < values.size(); i++) {
            var a = values.get(i - 1);
            var b = values.get(i);
            var stored = Arrays.compareUnsigned(KeyCodec.key(text("p"), a), KeyCodec.key(text("p"), b));
            assertThat(Integer.signum(stored))
                    .as("%s against %s", a, b)
                    .isEqualTo(Integer.signum(Order.compare(a, b).orElseThrow()));
        }
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }
}
