package dev.rapt.demo.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.demo.DemoException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsOneLineThatNamesItAndTheWayOut() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ports ports = new Ports(taken.getLocalPort() - 2);

            // Then
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(DemoException.class)
                    .message()
                    .startsWith("Port " + taken.getLocalPort() + " (aggregator and dashboard) is taken")
                    .contains("--port-base")
                    .doesNotContain("\n");
        }
    }

    @Test
    void portsAreDerivedFromTheBase() {
        // When
        Ports ports = new Ports(8080);

        // Then
        assertThat(new int[] {ports.detector(), ports.classifier(), ports.aggregator(), ports.kafka()})
                .containsExactly(8080, 8081, 8082, 8089);
    }

    @Test
    void aBaseWithoutRoomAboveItIsRefused() {
        assertThatThrownBy(() -> new Ports(65_530)).isInstanceOf(DemoException.class);
        assertThatCode(() -> new Ports(65_526)).doesNotThrowAnyException();
    }
}
