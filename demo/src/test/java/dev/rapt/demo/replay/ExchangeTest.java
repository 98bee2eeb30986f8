package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.demo.bot.Message;
import dev.rapt.demo.bot.Message.Text;
import dev.rapt.demo.bot.Message.Webhook;
import dev.rapt.demo.bot.Person;
import dev.rapt.demo.bot.Protocol;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {

    private static final long BEGIN = 1_767_225_600_000L;

    private final List<Message> sent = new ArrayList<>();
    private final SenderBooks books = new SenderBooks();

    @Test
    void aRecallBotTellsAllOfTheMeeting() {
        // When
        replay("recall", 20);

        // Then three join and show themselves, speak in turns, and leave
        assertThat(count("participant_events.join\"")).isEqualTo(3);
        assertThat(count("participant_events.leave\"")).isEqualTo(3);
        assertThat(count("participant_events.speech_on\"")).isEqualTo(5);
        assertThat(count("participant_events.speech_off\"")).isEqualTo(5);
        assertThat(count("participant_events.webcam_on\"")).isEqualTo(4);
        assertThat(count("participant_events.webcam_off\"")).isEqualTo(1);

        // And there is one shared screen, one message of another type, and one frame a second time
        assertThat(count("\"type\":\"screenshare\"")).isEqualTo(1);
        assertThat(count("transcript.data")).isEqualTo(1);
        assertThat(count("\"type\":\"webcam\"")).isEqualTo(1);
        assertThat(books.sent()).isEqualTo(1);
        assertThat(books.of(Fate.SKIPPED)).isEqualTo(1);
    }

    @Test
    void anAttendeeBotTellsOfPeopleByWebhook() {
        replay("attendee", 20);
        assertThat(sent.stream().filter(Webhook.class::isInstance)).hasSize(3 + 3 + 5 + 5);
        assertThat(count("\"source\":\"screenshare\"")).isEqualTo(1);
        assertThat(count("realtime_audio.mixed")).isEqualTo(1);
        assertThat(count("\"source\":\"webcam\"")).isEqualTo(1);
    }

    @Test
    void aZoomBotTellsWhoSpeaks() {
        replay("zoom-rtms", 20);
        assertThat(count("\"event_type\":2,")).isEqualTo(5);
        assertThat(count("\"msg_type\":16,")).isEqualTo(1);
        assertThat(count("\"msg_type\":17,")).isEqualTo(1);
        assertThat(count("\"msg_type\":15,")).isEqualTo(1);
    }

    @Test
    void theOwnStreamHasFramesOnlyAndAllOfThem() {
        int taken = replay("native", 20);
        assertThat(sent).isEmpty();
        assertThat(taken).isEqualTo(3 * 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendee", "recall", "zoom-rtms"})
    void nobodyTakesFramesOfACameraThatIsOff(String protocol) {
        // Three seconds of one of the three, twice a second
        assertThat(replay(protocol, 20)).isEqualTo(3 * 40 - 6);
    }

    @ParameterizedTest
    @CsvSource({"SKIPPED", "REJECTED", "FAILED"})
    void aFrameThatWasNotTakenInIsNotRepeated(Fate fate) {
        replay("recall", 20, fate);
        assertThat(count("\"type\":\"webcam\"")).isZero();
    }

    private int replay(String protocol, int seconds) {
        return replay(protocol, seconds, Fate.PUBLISHED);
    }

    private int replay(String name, int seconds, Fate fate) {
        Protocol protocol = Protocol.named(name).orElseThrow();
        List<Person> people = Actor.cast(protocol).stream().map(Actor::person).toList();
        Exchange exchange = new Exchange(protocol, people, sent::add, books::screenshare);
        int taken = 0;
        exchange.begin(BEGIN);
        for (long at = BEGIN; at < BEGIN + 1000L * seconds; at += 500) {
            exchange.at(at);
            for (Person person : people) {
                if (exchange.isCameraOn(person)) {
                    Frame frame = new Frame(person.id(), at, 0, new byte[] {1});
                    exchange.taken(frame);
                    exchange.settled(frame.key(), fate);
                    taken++;
                }
            }
        }
        exchange.end(BEGIN + 1000L * seconds);
        return taken;
    }

    private long count(String part) {
        return sent.stream()
                .filter(message -> message instanceof Text text && text.text().contains(part))
                .count();
    }
}
