package dev.rapt.detector.ingest.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.ingest.bot.message.BotMessage.Person;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RejoinLinksTest {

    private final RejoinLinks links = new RejoinLinks(true, 100);

    @Test
    void offASecondIdIsASecondParticipant() {
        RejoinLinks off = new RejoinLinks(false, 100);

        off.joined("m", ada("1"));
        off.left("m", ada("1"));

        assertThat(off.joined("m", ada("2"))).isEqualTo("2");
        assertThat(off.idOf("m", ada("2"))).isEqualTo("2");
    }

    @Test
    void whoComesBackUnderAnotherIdCountsUnderTheFirst() {
        links.joined("m", ada("1"));
        links.left("m", ada("1"));

        assertThat(links.joined("m", ada("2"))).isEqualTo("1");
        assertThat(links.idOf("m", new Person("2", Optional.empty()))).isEqualTo("1");
        assertThat(links.left("m", ada("2"))).isEqualTo("1");
        assertThat(links.idOf("m", ada("3"))).isEqualTo("1");
    }

    @Test
    void whoeverMayNotBeRememberedIsForgottenByNameToo() {
        // Given
        links.joined("m", ada("1"));
        links.left("m", ada("1"));
        links.joined("n", ada("1"));
        links.left("n", ada("1"));

        // When
        links.forget("m", key -> key.participantId().equals("1"));

        // Then
        assertThat(links.joined("m", ada("2"))).isEqualTo("2");
        assertThat(links.joined("n", ada("2"))).isEqualTo("1");
    }

    @Test
    void aFrameWithANameLinksAsWell() {
        links.idOf("m", ada("1"));
        links.left("m", new Person("1", Optional.empty()));

        assertThat(links.idOf("m", ada("2"))).isEqualTo("1");
    }

    @Test
    void nobodyIsLinkedWhileTheFirstIsThereOrInAnotherMeetingOrWithoutAName() {
        links.joined("m", ada("1"));
        assertThat(links.joined("m", ada("2"))).isEqualTo("2");

        links.joined("n", ada("1"));
        links.left("n", ada("1"));
        assertThat(links.joined("o", ada("3"))).isEqualTo("3");
        assertThat(links.joined("n", new Person("4", Optional.of(" ")))).isEqualTo("4");
        assertThat(links.joined("n", new Person("5", Optional.of("Bob")))).isEqualTo("5");
    }

    @Test
    void aLateLeaveOfTheOldIdChangesNothing() {
        links.joined("m", ada("1"));
        links.left("m", ada("1"));
        links.joined("m", ada("2"));
        links.left("m", ada("1"));

        assertThat(links.joined("m", ada("3"))).isEqualTo("3");
    }

    @Test
    void theOneUnheardOfForLongestIsForgotten() {
        RejoinLinks few = new RejoinLinks(true, 2);
        few.joined("m", ada("1"));
        few.left("m", ada("1"));
        few.joined("m", new Person("2", Optional.of("Bob")));
        few.joined("m", new Person("3", Optional.of("Cyd")));

        assertThat(few.joined("m", ada("4"))).isEqualTo("4");
    }

    private static Person ada(String id) {
        return new Person(id, Optional.of("Ada"));
    }
}
