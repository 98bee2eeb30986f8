package dev.rapt.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One participant of a {@link FakeApi} with a personal link, in the shapes of docs/api.md. */
final class FakePerson {

    static final String TOKEN = "c3RhbmR1cA.N3Ffp2yM0b6Xw3dC1oQJYb0kq0mZ8c2m0yQ1kq5Xr7E";

    private final FakeMeeting meeting;
    private Map<String, Object> consent;
    private boolean deleted;

    FakePerson(FakeMeeting meeting) {
        this.meeting = meeting;
    }

    synchronized boolean opens(String authorization) {
        return !deleted && ("Bearer " + TOKEN).equals(authorization);
    }

    synchronized void delete() {
        deleted = true;
    }

    synchronized boolean isDeleted() {
        return deleted;
    }

    synchronized void say(Map<String, Object> said) {
        consent = new LinkedHashMap<>(said);
        consent.put("at", "2026-03-02T09:20:00.000Z");
    }

    synchronized Map<String, Object> consent() {
        return consent;
    }

    synchronized Map<String, Object> me() {
        Map<String, Object> kept = meeting.summary(0, 0, 120);
        kept.put("frames", 1200);
        kept.put("eyesOpen", .9);
        kept.put("firstCapturedAt", "2026-03-02T09:00:00.000Z");
        kept.put("lastCapturedAt", "2026-03-02T09:10:00.000Z");
        Map<String, Object> me = new LinkedHashMap<>();
        me.put("meetingId", meeting.id);
        me.put("title", "Biology");
        me.put("participantId", "ada");
        me.put("purpose", "research");
        me.put("signals", meeting.isOfAttention() ? "attention" : "attention+expression");
        me.put("consentRule", "explicit");
        me.put("view", "individual");
        me.put("pseudonymous", false);
        me.put("retention", "P7D");
        me.put("consent", consent);
        me.put("kept", kept);
        me.put("linkExpiresAt", "2026-04-01T09:00:00.000Z");
        return me;
    }

    static Map<String, Object> notice(FakeMeeting meeting, String language) {
        String link = "https://rapt.example/notice.html?meeting=" + meeting.id;
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("meetingId", meeting.id);
        notice.put("version", "2026-11");
        notice.put("language", language);
        notice.put("title", "de".equals(language) ? "Gesichter werden vermessen" : "Faces are measured");
        notice.put("paragraphs", List.of("You can say no.", "What is measured now: " + link));
        notice.put("text", "You can say no.");
        notice.put("link", link);
        return notice;
    }

    static Map<String, Object> measuring(FakeMeeting meeting, int people) {
        Map<String, Object> measuring = new LinkedHashMap<>();
        measuring.put("meetingId", meeting.id);
        measuring.put("state", "measuring");
        measuring.put("signals", "attention");
        measuring.put("people", people);
        measuring.put("tooFew", false);
        measuring.put("since", "2026-03-02T09:00:00.000Z");
        measuring.put("endedAt", null);
        return measuring;
    }
}
