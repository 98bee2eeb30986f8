package dev.rapt.audit;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What somebody did. Never what was read or said: of participants it has digests only.
 *
 * @param actor who, as far as was proven
 * @param claimedActor who the caller said to be; empty when nothing was said
 * @param purpose what the meeting was declared for; empty when it wasn't
 * @param claimedPurpose what the caller said it was for; empty when nothing was said
 * @param action one of {@link Action}, or one that a later version knows
 * @param meetingIds the meetings it was about
 * @param subjects digests of the participants it was about, 32 hexadecimal digits each; none: everybody, or nobody in
 *     particular
 * @param route method and path of the route, with names in the place of ids; of what the service did by itself: why
 * @param outcome the HTTP status that was answered; 0 where there is none
 */
public record Deed(
        String actor,
        String claimedActor,
        String purpose,
        String claimedPurpose,
        String action,
        List<String> meetingIds,
        List<String> subjects,
        String route,
        int outcome) {

    /** Who nothing is proven of. */
    public static final String UNAUTHENTICATED = "unauthenticated";

    /** The service itself. */
    public static final String SERVICE = "service";

    private static final Pattern SUBJECT = Pattern.compile("[0-9a-f]{32}");

    public Deed {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(claimedActor, "claimedActor");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(claimedPurpose, "claimedPurpose");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(route, "route");
        meetingIds = List.copyOf(meetingIds);
        subjects = List.copyOf(subjects);
        for (String subject : subjects) {
            if (!SUBJECT.matcher(subject).matches()) {
                throw new IllegalArgumentException("A subject is a digest of 32 hexadecimal digits");
            }
        }
    }

    /** Something that the service does by itself, and why, in a few words. */
    public static Deed ofService(Action action, List<String> meetingIds, String why) {
        return new Deed(SERVICE, "", "", "", action.text(), meetingIds, List.of(), why, 0);
    }
}
