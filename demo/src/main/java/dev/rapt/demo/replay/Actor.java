package dev.rapt.demo.replay;

import dev.rapt.demo.bot.Person;
import dev.rapt.demo.bot.Protocol;
import dev.rapt.media.SampleMedia;
import java.util.ArrayList;
import java.util.List;

/**
 * A participant and the clip that plays before the camera.
 *
 * @param person as the bot gives the participant
 * @param clip one of {@link SampleMedia}
 */
record Actor(Person person, String clip) {

    /** The meeting's three, by the ids of this bot. */
    static List<Actor> cast(Protocol protocol) {
        List<Actor> cast = new ArrayList<>();
        for (String clip : SampleMedia.clips()) {
            String name = clip.replace(".mp4", "");
            cast.add(new Actor(new Person(protocol.idOf(cast.size(), name), name), clip));
        }
        return List.copyOf(cast);
    }
}
