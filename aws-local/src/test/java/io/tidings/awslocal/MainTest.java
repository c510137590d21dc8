package io.tidings.awslocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class MainTest {
    @Test
    void optionsAreRead() {
        var options =
                Main.options(("--port 18199 --data /x --rate 14 --daily-quota unlimited --ses-events off --identity a,b"
                                + " --identity c --seed 5 --event-delay 250 --partition-limits on --host 0.0.0.0 --keep-bodies 64")
                        .split(" "));
        assertThat(options.port()).isEqualTo(18_199);
        assertThat(options.data()).isEqualTo(Path.of("/x"));
        assertThat(options.account().rate()).isEqualTo(14);
        assertThat(options.account().dailyQuota()).isNegative();
        assertThat(options.publishesEvents()).isFalse();
        assertThat(options.identities()).containsExactly("a", "b", "c");
        assertThat(options.seed()).isEqualTo(5);
        assertThat(options.delays().delivery()).isEqualTo(250);
        assertThat(options.partitionLimits()).isTrue();
        assertThat(options.host()).isEqualTo("0.0.0.0");
        assertThat(options.bodyBytes()).isEqualTo(64 * 1024 * 1024);
    }

    @Test
    void withoutOptionsItIsWhereUsersOfLocalStackExpectIt() {
        assertThat(Main.options(new String[0]).port()).isEqualTo(4_566);
    }

    @Test
    void sandboxIsThatOfANewAccount() {
        var account = Main.options(new String[] {"--sandbox"}).account();
        assertThat(account.production()).isFalse();
        assertThat(account.rate()).isEqualTo(1);
        assertThat(account.dailyQuota()).isEqualTo(200);
    }

    @Test
    void wrongOptionsAreNamed() {
        assertThatThrownBy(() -> Main.options(new String[] {"--colour", "red"})).hasMessageContaining("--colour");
        assertThatThrownBy(() -> Main.options(new String[] {"--port"})).hasMessageContaining("--port");
        assertThatThrownBy(() -> Main.options(new String[] {"--rate", "fast"})).hasMessageContaining("fast");
        assertThatThrownBy(() -> Main.options(new String[] {"--ses-events", "maybe"}))
                .hasMessageContaining("maybe");
    }
}
