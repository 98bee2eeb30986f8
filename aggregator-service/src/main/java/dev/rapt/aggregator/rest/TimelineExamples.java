package dev.rapt.aggregator.rest;

/** Examples of timelines, and of who spoke, that the OpenAPI document shows. */
final class TimelineExamples {

    static final String TIMELINE =
            """
            {"meetingId":"standup","participantId":"ada","from":"2026-01-05T10:00:00.000Z",
             "to":"2026-01-05T10:00:10.000Z","resolution":"10s","baseline":{"state":"learnt","measuredSeconds":412,
             "yaw":-4.1,"pitch":2.3,"eyeOpenness":0.288,"furtherPoses":[{"yaw":31.5,"pitch":-1.2}]},
             "buckets":[{"start":"2026-01-05T10:00:00.000Z","end":"2026-01-05T10:00:10.000Z","frames":20,
             "measuredFrames":19,"scoredFrames":19,"absentFrames":1,"skippedFrames":0,"measuredSeconds":10,
             "awaySeconds":0,"unmeasuredSeconds":0,"coverage":1,"expressions":{"angry":0.02,"disgust":0.01,
             "fear":0.03,"happy":0.2,"sad":0.04,"surprise":0.1,"neutral":0.6},"labels":{"angry":0,"disgust":0,
             "fear":0,"happy":0.2,"sad":0,"surprise":0.1,"neutral":0.6,"it-depends":0.1},"dominant":"neutral",
             "displayed":"neutral","displayedShares":{"angry":0,"disgust":0,"fear":0,"happy":0.2,"sad":0,
             "surprise":0.1,"neutral":0.6,"it-depends":0.1},"displayedFacing":true,"confidence":0.98,
             "mouthOpenness":0.08,"eyeOpenness":0.29,"facingSeconds":8,"notFacingSeconds":2,"facing":0.8,
             "eyesKnownSeconds":9,"eyesClosedSeconds":0,"eyesOpen":1,"pose":{"yaw":-3.5,"pitch":2.25,"roll":0.5},
             "quality":{"eyeDistance":61.5,"sharpness":200.1,"brightness":121.4},"speaking":{"seconds":3.25,
             "share":0.325,"source":"zoom-rtms","upperBound":false},"expressiveness":0.12,"valence":0.08,
             "arousal":0.05,"engagement":{"index":0.86,"version":"1","components":[{"name":"facing","value":0.8,
             "weight":0.7},{"name":"eyes","value":1,"weight":0.3}]}}]}""";

    static final String SUMMARY =
            """
            {"meetingId":"standup","participantId":"ada","frames":120,"measuredFrames":118,"scoredFrames":118,
             "absentFrames":2,"skippedFrames":0,"firstCapturedAt":"2026-01-05T10:00:00.120Z",
             "lastCapturedAt":"2026-01-05T10:01:00.080Z","measuredSeconds":60,"awaySeconds":0,"unmeasuredSeconds":0,
             "presence":1,"expressions":{"angry":0.02,"disgust":0.01,"fear":0.03,"happy":0.2,"sad":0.04,
             "surprise":0.1,"neutral":0.6},"labels":{"angry":0,"disgust":0,"fear":0,"happy":0.2,"sad":0,
             "surprise":0.1,"neutral":0.6,"it-depends":0.1},"dominant":"neutral","displayedShares":{"angry":0,
             "disgust":0,"fear":0,"happy":0.2,"sad":0,"surprise":0.1,"neutral":0.6,"it-depends":0.1},
             "facingSeconds":51,"notFacingSeconds":9,"facing":0.85,"eyesKnownSeconds":52,"eyesClosedSeconds":0,
             "eyesOpen":1,"pose":{"yaw":-3.5,"pitch":2.25,"roll":0.5},"quality":{"eyeDistance":61.5,
             "sharpness":200.1,"brightness":121.4},"baseline":{"state":"learnt","measuredSeconds":412,"yaw":-4.1,
             "pitch":2.3,"eyeOpenness":0.288,"furtherPoses":[{"yaw":31.5,"pitch":-1.2}]},"speaking":{"seconds":3.25,
             "share":0.325,"source":"zoom-rtms","upperBound":false},"expressiveness":0.12,"valence":0.08,
             "arousal":0.05,"engagement":{"index":0.895,"version":"1","components":[{"name":"facing","value":0.85,
             "weight":0.7},{"name":"eyes","value":1,"weight":0.3}]}}""";

    static final String COLUMNS =
            """
            {"meetingId":"standup","from":"2026-01-05T10:00:00.000Z","to":"2026-01-05T10:00:20.000Z",
             "resolution":"10s","steps":2,"fields":["engagementIndex","displayed"],
             "participants":[{"participantId":"ada","name":"Ada","columns":{"engagementIndex":[0.86,null],
             "displayed":["neutral",null]}}]}""";

    static final String GROUP =
            """
            {"meetingId":"standup","group":"front row","from":"2026-01-05T10:00:00.000Z",
             "to":"2026-01-05T10:00:10.000Z","resolution":"10s","buckets":[{"start":"2026-01-05T10:00:00.000Z",
             "end":"2026-01-05T10:00:10.000Z","people":7,"frames":140,"measuredFrames":133,"scoredFrames":133,
             "absentFrames":7,"skippedFrames":0,"measuredSeconds":68,"awaySeconds":2,"unmeasuredSeconds":0,
             "coverage":1,"expressions":{"angry":0.02,"disgust":0.01,"fear":0.03,"happy":0.2,"sad":0.04,
             "surprise":0.1,"neutral":0.6},"labels":{"angry":0,"disgust":0,"fear":0,"happy":0.2,"sad":0,
             "surprise":0.1,"neutral":0.6,"it-depends":0.1},"dominant":"neutral","displayedShares":{"angry":0,
             "disgust":0,"fear":0,"happy":0.2,"sad":0,"surprise":0.1,"neutral":0.6,"it-depends":0.1},
             "facingSeconds":54,"notFacingSeconds":14,"facing":0.794118,"eyesKnownSeconds":60,"eyesClosedSeconds":0,
             "eyesOpen":1,"speakingShare":0.14,"speakingSeconds":9.8,"expressiveness":0.12,"valence":0.08,
             "arousal":0.05,"engagement":{"index":0.855883,"version":"1","components":[{"name":"facing",
             "value":0.794118,"weight":0.7},{"name":"eyes","value":1,"weight":0.3}]}}]}""";

    static final String MEETING =
            """
            {"meetingId":"standup","group":null,"from":"2026-01-05T10:00:00.000Z","to":"2026-01-05T10:00:10.000Z",
             "resolution":"10s","buckets":[{"start":"2026-01-05T10:00:00.000Z","end":"2026-01-05T10:00:10.000Z",
             "people":7,"frames":140,"measuredFrames":133,"scoredFrames":133,"absentFrames":7,"skippedFrames":0,
             "measuredSeconds":68,"awaySeconds":2,"unmeasuredSeconds":0,"coverage":1,"expressions":{"angry":0.02,
             "disgust":0.01,"fear":0.03,"happy":0.2,"sad":0.04,"surprise":0.1,"neutral":0.6},"labels":{"angry":0,
             "disgust":0,"fear":0,"happy":0.2,"sad":0,"surprise":0.1,"neutral":0.6,"it-depends":0.1},
             "dominant":"neutral","displayedShares":{"angry":0,"disgust":0,"fear":0,"happy":0.2,"sad":0,
             "surprise":0.1,"neutral":0.6,"it-depends":0.1},"facingSeconds":54,"notFacingSeconds":14,
             "facing":0.794118,"eyesKnownSeconds":60,"eyesClosedSeconds":0,"eyesOpen":1,"speakingShare":0.14,
             "speakingSeconds":9.8,"expressiveness":0.12,"valence":0.08,"arousal":0.05,
             "engagement":{"index":0.855883,"version":"1","components":[{"name":"facing","value":0.794118,
             "weight":0.7},{"name":"eyes","value":1,"weight":0.3}]}}]}""";

    static final String SPEAKERS =
            """
            {"meetingId":"standup","intervals":[{"participantId":"ada","start":"2026-01-05T10:00:55.000Z",
             "end":"2026-01-05T10:01:00.080Z","open":true,"source":"zoom-rtms","upperBound":false}],"next":null}""";

    static final String MARKERS =
            """
            {"meetingId":"standup","markers":[{"markerId":"spot-a","title":"Spot A","kind":"advert",
             "start":"2026-01-05T10:05:00.000Z","end":"2026-01-05T10:05:30.000Z","labels":["30 s"]}]}""";

    static final String MARKER =
            """
            {"markerId":"spot-a","title":"Spot A","kind":"advert","start":"2026-01-05T10:05:00.000Z",
             "end":"2026-01-05T10:05:30.000Z","labels":["30 s"]}""";

    static final String TOTAL =
            """
            {"meetingId":"standup","start":"2026-01-05T10:00:00.000Z","end":"2026-01-05T10:00:10.000Z",
             "people":7,"frames":140,"measuredFrames":133,"scoredFrames":133,"absentFrames":7,"skippedFrames":0,
             "measuredSeconds":68,"awaySeconds":2,"unmeasuredSeconds":0,"coverage":1,"expressions":{"angry":0.02,
             "disgust":0.01,"fear":0.03,"happy":0.2,"sad":0.04,"surprise":0.1,"neutral":0.6},"labels":{"angry":0,
             "disgust":0,"fear":0,"happy":0.2,"sad":0,"surprise":0.1,"neutral":0.6,"it-depends":0.1},
             "dominant":"neutral","displayedShares":{"angry":0,"disgust":0,"fear":0,"happy":0.2,"sad":0,
             "surprise":0.1,"neutral":0.6,"it-depends":0.1},"facingSeconds":54,"notFacingSeconds":14,
             "facing":0.794118,"eyesKnownSeconds":60,"eyesClosedSeconds":0,"eyesOpen":1,"speakingShare":0.14,
             "speakingSeconds":9.8,"expressiveness":0.12,"valence":0.08,"arousal":0.05,
             "engagement":{"index":0.855883,"version":"1","components":[{"name":"facing","value":0.794118,
             "weight":0.7},{"name":"eyes","value":1,"weight":0.3}]}}""";

    private TimelineExamples() {}
}
