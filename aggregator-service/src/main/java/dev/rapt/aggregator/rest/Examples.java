package dev.rapt.aggregator.rest;

/** Examples of what the OpenAPI document describes. */
final class Examples {

    static final String DECLARATION =
            """
            {"title":"Biology 101","labels":["bio","week 3"],"groups":{"front row":["ada","bob"]},"retention":"P7D"}""";

    static final String MEETINGS =
            """
            {"meetings":[{"id":"bio-101","title":"Biology 101","labels":["bio","week 3"],"participants":3,"frames":360,
              "firstCapturedAt":"2026-01-05T10:00:00.120Z","lastCapturedAt":"2026-01-05T10:01:00.080Z",
              "declaredAt":"2026-01-05T09:55:00.000Z","endedAt":null,"stale":false}],
             "next":"aTE3Njc2MDcyMDAxMjA6YmlvLTEwMQ","missing":[{"instance":"aggregator-1:8082","reason":"unreachable"}]}""";

    static final String MEETING =
            """
            {"id":"bio-101","title":"Biology 101","labels":["bio","week 3"],"participants":3,"frames":360,
             "firstCapturedAt":"2026-01-05T10:00:00.120Z","lastCapturedAt":"2026-01-05T10:01:00.080Z",
             "declaredAt":"2026-01-05T09:55:00.000Z","endedAt":null,"stale":false,
             "groups":{"front row":["ada","bob"]},"retention":"P7D",
             "activeSpeaker":{"state":"speaking","participantId":"ada","name":"Ada",
              "since":"2026-01-05T10:00:55.000Z","source":"zoom-rtms","upperBound":false}}""";

    static final String DECLARED =
            """
            {"id":"bio-101","title":"Biology 101","labels":["bio","week 3"],"participants":0,"frames":0,
             "firstCapturedAt":null,"lastCapturedAt":null,"declaredAt":"2026-01-05T09:55:00.000Z","endedAt":null,
             "stale":false,"groups":{"front row":["ada","bob"]},"retention":"P7D",
             "activeSpeaker":{"state":"unknown","participantId":null,"name":null,"since":null,"source":null,
              "upperBound":false}}""";

    static final String GROUPS =
            """
            {"meetingId":"bio-101","groups":[{"name":"front row","participantIds":["ada","bob"]}]}""";

    static final String PARTICIPANTS =
            """
            {"meetingId":"bio-101","participants":[{"id":"ada","frames":120,"measuredFrames":118,"scoredFrames":118,
              "absentFrames":2,"firstCapturedAt":"2026-01-05T10:00:00.120Z","lastCapturedAt":"2026-01-05T10:01:00.080Z",
              "dominant":"neutral","displayed":"happy","name":"Ada","joinedAt":"2026-01-05T10:00:00.000Z","leftAt":null,
              "camera":"on"}],"next":null}""";

    private Examples() {}
}
