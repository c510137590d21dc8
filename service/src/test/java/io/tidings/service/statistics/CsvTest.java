package io.tidings.service.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void aNameCannotBecomeAFormula() {
        assertThat(new Csv()
                        .row(List.of("=HYPERLINK(\"x\")", "+1", "@a", "-b", "\tc", "a=b"))
                        .toString())
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",'+1,'@a,'-b,'\tc,a=b\r\n");
    }

    @Test
    void numbersStayNumbersAndOddTextIsQuoted() {
        assertThat(new Csv().row(List.of(-5L, 0.25, "a,b", "two\nlines")).toString())
                .isEqualTo("-5,0.25,\"a,b\",\"two\nlines\"\r\n");
    }
}
