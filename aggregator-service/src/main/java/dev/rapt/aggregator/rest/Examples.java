package dev.rapt.aggregator.rest;

/** Examples of what the OpenAPI document describes. */
final class Examples {

    static final String DECLARATION =
            """
            {"title":"Biology 101","labels":["bio","week 3"],"groups":{"front row":["ada","bob"]},"retention":"P7D",
             "purpose":"research","region":"DE","signals":"attention+expression","consent":"explicit",
             "view":"individual","pseudonymous":false}""";

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
             "purpose":"research","region":"DE","signals":"attention+expression","consent":"explicit",
             "view":"individual","pseudonymous":false,"justification":null,"policyVersion":"2026-11",
             "activeSpeaker":{"state":"speaking","participantId":"ada","name":"Ada",
              "since":"2026-01-05T10:00:55.000Z","source":"zoom-rtms","upperBound":false}}""";

    static final String DECLARED =
            """
            {"id":"bio-101","title":"Biology 101","labels":["bio","week 3"],"participants":0,"frames":0,
             "firstCapturedAt":null,"lastCapturedAt":null,"declaredAt":"2026-01-05T09:55:00.000Z","endedAt":null,
             "stale":false,"groups":{"front row":["ada","bob"]},"retention":"P7D",
             "purpose":"research","region":"DE","signals":"attention+expression","consent":"explicit",
             "view":"individual","pseudonymous":false,"justification":null,"policyVersion":"2026-11",
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

    private static final String POOLED =
            """
            ,"participants":{"seen":3,"measured":3,"told":0},
              "start":"2026-01-05T10:00:00.120Z","end":"2026-01-05T10:01:00.080Z","people":3,
              "frames":360,"measuredFrames":354,"scoredFrames":354,"absentFrames":6,"skippedFrames":0,
              "measuredSeconds":177,"awaySeconds":3,"unmeasuredSeconds":0,"coverage":1,
              "expressions":{"angry":0.02,"disgust":0.01,"fear":0.03,"happy":0.2,"sad":0.04,"surprise":0.1,"neutral":0.6},
              "labels":{"angry":0,"disgust":0,"fear":0,"happy":0.2,"sad":0,"surprise":0.1,"neutral":0.6,"it-depends":0.1},
              "dominant":"neutral",
              "displayedShares":{"angry":0,"disgust":0,"fear":0,"happy":0.2,"sad":0,"surprise":0.1,"neutral":0.6,"it-depends":0.1},
              "facingSeconds":150,"notFacingSeconds":27,"facing":0.847458,"eyesKnownSeconds":140,"eyesClosedSeconds":0,
              "eyesOpen":1,"speakingShare":0.3,"speakingSeconds":54.0,"expressiveness":0.12,"valence":0.08,"arousal":0.05,
              "engagement":{"index":0.893221,"version":"1","components":[{"name":"facing","value":0.847458,"weight":0.7},
               {"name":"eyes","value":1,"weight":0.3}]},
              "presence":0.983333,
              "talk":[{"participantId":"ada","name":"Ada","seconds":40.5,"share":0.675,"source":"zoom-rtms",
               "upperBound":false,"shareOfTalk":0.75}]""";

    private static final String MOMENTS =
            """
            ,"moments":{"extremes":[{"measure":"smiling","kind":"peak","at":"2026-01-05T10:00:32.500Z",
               "start":"2026-01-05T10:00:27.500Z","end":"2026-01-05T10:00:40.000Z","value":0.62,"score":5.1,"prominence":0.4}],
               "smiledTogether":[{"start":"2026-01-05T10:00:30.000Z","end":"2026-01-05T10:00:40.000Z","seconds":10,
                "participants":[{"participantId":"ada","name":"Ada","seconds":9}]}]}}""";

    static final String SUMMARY = "{\"meetingId\":\"bio-101\",\"group\":null" + POOLED + MOMENTS;

    static final String GROUP_SUMMARY = "{\"meetingId\":\"bio-101\",\"group\":\"front row\"" + POOLED + MOMENTS;

    static final String COMPARISON =
            "{\"meetings\":[{\"meetingId\":\"bio-101\",\"stale\":false,\"summary\":{\"meetingId\":\"bio-101\",\"group\":null"
                    + POOLED
                    + ",\"moments\":null}}],\"unknown\":[{\"meetingId\":\"bio-102\",\"reason\":\"nobody-seen\"}],\"missing\":[]}";

    private Examples() {}
}
