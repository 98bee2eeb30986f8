package dev.rapt.detector.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.live.LiveAccess.Verdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveAccessTest {

    @Test
    void itIsOffUnlessSwitchedOn() {
        LiveAccess off = new LiveAccess(false, Optional.of("secret"), false);

        assertThat(off.judge(Optional.of("Bearer secret"))).isEqualTo(Verdict.OFF);
        assertThat(off.isOpen()).isFalse();
        assertThat(off.lacksToken()).isFalse();
    }

    @Test
    void withoutATokenNobodyMayLook() {
        for (Optional<String> none : java.util.List.of(Optional.<String>empty(), Optional.of(""), Optional.of("  "))) {
            LiveAccess open = new LiveAccess(true, none, false);

            assertThat(open.judge(Optional.of("Bearer "))).isEqualTo(Verdict.NOBODY_MAY);
            assertThat(open.judge(Optional.empty())).isEqualTo(Verdict.NOBODY_MAY);
            assertThat(open.isOpen()).isFalse();
            assertThat(open.lacksToken()).isTrue();
        }
    }

    @Test
    void onlyTheWholeTokenOpens() {
        LiveAccess access = new LiveAccess(true, Optional.of("secret"), false);

        assertThat(access.isOpen()).isTrue();
        assertThat(access.judge(Optional.of("Bearer secret"))).isEqualTo(Verdict.ALLOWED);
        assertThat(access.judge(Optional.of("bearer secret"))).isEqualTo(Verdict.ALLOWED);
        assertThat(access.judge(Optional.empty())).isEqualTo(Verdict.UNKNOWN_VIEWER);
        assertThat(access.judge(Optional.of("secret"))).isEqualTo(Verdict.UNKNOWN_VIEWER);
        assertThat(access.judge(Optional.of("Basic secret"))).isEqualTo(Verdict.UNKNOWN_VIEWER);
        assertThat(access.judge(Optional.of("Bearer "))).isEqualTo(Verdict.WRONG_TOKEN);
        assertThat(access.judge(Optional.of("Bearer secre"))).isEqualTo(Verdict.WRONG_TOKEN);
        assertThat(access.judge(Optional.of("Bearer secrets"))).isEqualTo(Verdict.WRONG_TOKEN);
        assertThat(access.judge(Optional.of("Bearer SECRET"))).isEqualTo(Verdict.WRONG_TOKEN);
    }

    @Test
    void whomTheGateLetsInNeedsNoTokenOfItsOwn() {
        LiveAccess gated = new LiveAccess(true, Optional.empty(), true);

        assertThat(gated.isOpen()).isTrue();
        assertThat(gated.lacksToken()).isFalse();
        assertThat(gated.judge(Optional.of("Bearer of-a-viewer"))).isEqualTo(Verdict.ALLOWED);
        assertThat(new LiveAccess(false, Optional.empty(), true).judge(Optional.empty()))
                .isEqualTo(Verdict.OFF);
    }
}
