package dev.rapt.detector.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceParentTest {

    @Test
    void carriesWhatIsOfTheFormAndDropsTheRest() {
        String good = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        assertThat(TraceParent.of(good)).isEqualTo(good);
        assertThat(TraceParent.of(null)).isEmpty();
        assertThat(TraceParent.of("00-zz")).isEmpty();
        assertThat(TraceParent.of(good + "\n")).isEmpty();
    }
}
