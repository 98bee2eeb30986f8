package dev.rapt.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"native", "attendee", "recall", "zoom-rtms"})
    void everyBotCanBePlayed(String bot) {
        assertThat(parse("--protocol", bot).protocol.name()).isEqualTo(bot);
    }

    @Test
    void withoutAWordItIsTheOwnStream() {
        assertThat(parse().protocol.name()).isEqualTo("native");
        assertThat(parse().running()).isEmpty();
    }

    @Test
    void anUnknownBotIsRefusedWithTheNamesOfAll() {
        assertThatThrownBy(() -> parse("--protocol", "webex"))
                .isInstanceOf(CommandLine.ParameterException.class)
                .hasMessageContaining("native, attendee, recall, zoom-rtms");
    }

    @ParameterizedTest
    @CsvSource({"localhost:8082, ''", "ftp://localhost, ''", "http://localhost:8082, --no-replay"})
    void aDemoToVisitIsAnAddressAndIsReplayedTo(String address, String other) {
        Options options = other.isEmpty() ? parse("--against", address) : parse("--against", address, other);
        assertThatThrownBy(options::check).isInstanceOf(DemoException.class);
    }

    @Test
    void theDashboardIsShownByTheAddressThatPeopleUse() {
        String against = "http://aggregator:8082";

        assertThat(parse("--against", against).shown()).contains(URI.create(against));
        assertThat(parse("--against", against, "--dashboard", "http://localhost:8082")
                        .shown())
                .contains(URI.create("http://localhost:8082"));
        assertThatThrownBy(() -> parse("--dashboard", "http://localhost:8082").check())
                .isInstanceOf(DemoException.class);
    }

    private static Options parse(String... arguments) {
        Options options = new Options();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }
}
