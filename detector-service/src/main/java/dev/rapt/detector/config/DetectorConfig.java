package dev.rapt.detector.config;

import dev.rapt.detector.face.FaceRuntime;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Everything that can be set of the detector. Kafka's address is {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "rapt.detector")
public interface DetectorConfig {

    /** What a picture may measure, whichever way it comes. */
    Picture picture();

    /** When a frame may have been taken. */
    CapturedAt capturedAt();

    /** How many frames may be on their way at once. */
    InFlight inFlight();

    /** How a request's body is taken in. */
    Body body();

    /** Events of a meeting that are sent by hand. */
    Events events();

    /** How long Kafka has. */
    Kafka kafka();

    /** When a face counts as found. */
    Vision vision();

    /** What is remembered of a participant between two frames. */
    Memory memory();

    /** Composites of many participants. */
    Gallery gallery();

    /** Pictures of {@code POST /v1/analyze}. */
    Analyze analyze();

    /** Conferencing bots. */
    Bots bots();

    /** The picture of a meeting as it is now, with what was found drawn on it. Off unless switched on. */
    Live live();

    /** Meetings that nobody has declared. */
    Undeclared undeclared();

    /** Threads that read frames, each with its own models. By default one a processor, at least two. */
    OptionalInt workers();

    interface Picture {
        /** Encoded size. */
        @WithDefault("8M")
        MemorySize maxBytes();

        /** Longest side in pixels, as declared in the header. */
        @WithDefault("8192")
        int maxSide();

        /** Width times height, as declared in the header: three bytes of native memory each while it is read. */
        @WithDefault("16777216")
        long maxPixels();

        /** Shortest side in pixels. */
        @WithDefault("16")
        int minSide();
    }

    interface CapturedAt {
        /** How far in the past, so that a recording can be sent in afterwards. */
        @WithDefault("P30D")
        Duration maxPast();

        /** How far in the future, for the sender's clock to be wrong. */
        @WithDefault("PT5M")
        Duration maxFuture();
    }

    interface Undeclared {
        /** Whether they are measured, as far as what follows allows. Otherwise their frames are refused. */
        @WithDefault("false")
        boolean accept();

        /** What is measured of them: {@code attention} or {@code attention+expression}. No policy is asked. */
        @WithDefault("attention")
        String signals();

        /** What holds for a participant of whom nothing is said: {@code assumed} or {@code explicit}. */
        @WithDefault("assumed")
        String consent();
    }

    interface InFlight {
        /** Frames taken in and not yet answered, in the process. */
        @WithDefault("512")
        int maxFrames();

        /** Bytes of encoded pictures waiting or being read, in the process. */
        @WithDefault("32M")
        MemorySize maxBytes();

        /** Frames of one stream's connection taken in and not yet acknowledged. */
        @WithDefault("256")
        int maxFramesPerConnection();

        /** Bytes of encoded pictures of one stream's connection. */
        @WithDefault("16M")
        MemorySize maxBytesPerConnection();
    }

    interface Body {
        /** From the end of the request's head to the end of its body. */
        @WithDefault("PT20S")
        Duration timeout();

        /** How much of a refused body is read and thrown away so that the caller gets to read the refusal. */
        @WithDefault("64M")
        MemorySize drain();
    }

    interface Events {
        /** One request's body. */
        @WithDefault("256K")
        MemorySize maxBytes();

        /** Events in one request. */
        @WithDefault("1000")
        int maxEvents();
    }

    interface Kafka {
        /** How long a send may wait for metadata or room in the producer. */
        @WithDefault("PT0.5S")
        Duration maxBlock();

        /** From the send to the acknowledgement. With {@link #maxBlock()} it stays below five seconds. */
        @WithDefault("PT4S")
        Duration delivery();

        /** One request to a broker. */
        @WithDefault("PT1.5S")
        Duration request();

        /** Pause between two attempts to reach Kafka for the first time. */
        @WithDefault("PT1S")
        Duration retry();
    }

    interface Vision {
        /**
         * What runs the face models: {@code tflite} or {@code opencv}. Both find the same; TensorFlow Lite is the faster. The
         * detector isn't ready when what is set here doesn't load.
         */
        @WithDefault("tflite")
        FaceRuntime runtime();

        /** Least score of a candidate of the detector, in (0, 1]. */
        @WithDefault("0.35")
        float detectorScore();

        /** Least landmark presence of a face in a participant's own frame, in (0, 1]. */
        @WithDefault("0.5")
        float framePresence();

        /** Least landmark presence of a face in a picture of unknown layout, in (0, 1]. */
        @WithDefault("0.8")
        float picturePresence();

        /** Least distance of the eyes in pixels; smaller faces aren't measured. */
        @WithDefault("10")
        float minEyeDistance();

        /** Least sharpness of a face's crop (variance of its second differences over that of its first); below it a face is blurred. */
        @WithDefault("0.5")
        float minSharpness();

        /** Least mean luminance (0 to 255) of a face's crop; below it a face is dark. */
        @WithDefault("28")
        float minBrightness();

        /** Largest turn of a face to either side, in degrees; beyond it the face has figures and no crop. */
        @WithDefault("40")
        float maxYaw();

        /** Largest turn of a face up or down, in degrees, likewise. */
        @WithDefault("40")
        float maxPitch();

        /** A faceless frame of a mean luminance (0 to 255) below this is dark. */
        @WithDefault("20")
        float darkLuminance();

        /** Side of the crop in pixels: what the classifier's model eats. */
        @WithDefault("48")
        int cropSide();

        /** When a face is found again from where it was, which costs a fraction of a full detection. */
        Tracking tracking();
    }

    interface Tracking {
        /** Whether at all. */
        @WithDefault("true")
        boolean enabled();

        /** So long after a full detection there is another one, by capture times, so that a second face is noticed. */
        @WithDefault("PT4S")
        Duration fullPassAfter();

        /** The most time from the participant's last frame, by capture times; after a longer one, full detection. */
        @WithDefault("PT1.2S")
        Duration maxPause();

        /**
         * Least correlation of how light and dark the face is at its landmarks with the last frame, -1 to 1; below it the
         * short-range detector finds the face in the surroundings first.
         */
        @WithDefault("0.9")
        float likeness();

        /** Side of the surroundings, in sides of the face's box, 1 to 10. */
        @WithDefault("2.8")
        float surroundings();

        /** Least landmark presence of a tracked face, in (0, 1]; below it, full detection. */
        @WithDefault("0.8")
        float presence();
    }

    interface Memory {
        /** Participants remembered in the process; the one unseen for longest goes first. */
        @WithDefault("20000")
        int participants();

        /** How long a face's place counts as the last one. */
        @WithDefault("PT1M")
        Duration expiry();
    }

    interface Gallery {
        /** Tiles of a layout, and faces of a composite without one, the largest first. */
        @WithDefault("100")
        int maxTiles();

        /** A layout's text. In a header it has to share 20 KB with all other headers. */
        @WithDefault("32K")
        MemorySize maxLayout();

        /**
         * Composites read at once, each with a set of models that frames are waiting for too. By default half of {@link
         * DetectorConfig#workers()}, at least one, so that galleries never take all of them.
         */
        OptionalInt workers();

        /** Composites of one meeting that wait for their turn. */
        @WithDefault("4")
        int maxWaiting();

        /** How long an anonymous participant's place is kept while nobody is seen there, by the time of capture. */
        @WithDefault("PT30S")
        Duration gap();

        /** How long a meeting's gallery is remembered without a composite. */
        @WithDefault("PT1M")
        Duration expiry();

        /** Galleries remembered in the process; the one without a composite for longest goes first. */
        @WithDefault("1000")
        int meetings();

        /** A tile that keeps showing nobody gets a closer look, at several times the cost, in every so many composites. */
        @WithDefault("5")
        int closerLookEvery();
    }

    interface Analyze {
        /** The classifier service. */
        @WithDefault("http://localhost:8081")
        URI classifierUrl();

        /**
         * Certificates of authorities, PEM, that are trusted when the classifier's address is {@code https}; without it
         * those of this Java.
         */
        @WithDefault("${rapt.tls.ca:}")
        Optional<Path> classifierCa();

        /** Pictures being analysed at once. */
        @WithDefault("1")
        int workers();

        /** Pictures waiting or being analysed; more are refused as overloaded. */
        @WithDefault("4")
        int maxPictures();

        /** Crops of one picture that the classifier is asked about at once. */
        @WithDefault("4")
        int parallelCrops();

        /** Faces of one picture that are scored, the largest first. */
        @WithDefault("64")
        int maxFaces();

        /** How long the classifier has for one crop. */
        @WithDefault("PT3S")
        Duration timeout();

        /** How long the classifier has for all crops of a picture. */
        @WithDefault("PT10S")
        Duration deadline();
    }

    interface Bots {
        /** One message of a bot: the largest picture in base64 and what stands around it. */
        @WithDefault("12M")
        MemorySize maxMessageBytes();

        /**
         * Whether a participant who left and comes back in the same meeting under another id and the same name counts
         * as the first one.
         */
        @WithDefault("false")
        boolean linkByName();

        /** Events in the process that wait to be handed to Kafka; more are answered as not recorded. */
        @WithDefault("10000")
        int maxWaitingEvents();

        /** How long to wait before the erasure of a revoked meeting is tried again. */
        @WithDefault("PT2S")
        Duration eraseRetry();

        /** Attendee's webhooks. */
        Attendee attendee();

        interface Attendee {
            /** The secret that Attendee signs its webhooks with, in base64. Without it none are taken. */
            Optional<String> webhookSecret();

            /** One webhook's body. */
            @WithDefault("64K")
            MemorySize maxWebhookBytes();

            /** Webhooks remembered in the process so that one delivered again isn't taken twice. */
            @WithDefault("10000")
            int rememberedWebhooks();
        }
    }

    interface Live {
        /** Whether there is a live picture. When not, no picture is kept for it. */
        @WithDefault("false")
        boolean enabled();

        /** What a viewer must show, as {@code Authorization: Bearer …}. Without one nobody sees anything. */
        Optional<String> token();

        /** How long a participant's last picture is kept after it came. */
        @WithDefault("PT10S")
        Duration expiry();

        /** Last pictures kept in the process, one a participant; the one that came first goes first. */
        @WithDefault("400")
        int maxPictures();

        /** Bytes of encoded pictures kept in the process, apart from those in flight. */
        @WithDefault("32M")
        MemorySize maxBytes();

        /** Participants shown side by side; the others are counted. */
        @WithDefault("49")
        int maxTiles();

        /** How many may look at once, at all meetings of the process. */
        @WithDefault("8")
        int maxViewers();

        /** Least time between two pictures of one meeting. */
        @WithDefault("PT0.5S")
        Duration interval();

        /** Width of what is drawn, in pixels. */
        @WithDefault("1280")
        int width();

        /** Height of what is drawn, in pixels. */
        @WithDefault("720")
        int height();

        /** How far apart in time of capture a picture and the frame whose label it bears may be. */
        @WithDefault("PT3S")
        Duration labelAge();

        /** How far back the meeting's log is read for names and for who speaks. */
        @WithDefault("PT6H")
        Duration logPast();
    }
}
