package dev.rapt.aggregator.rest;

/** Examples of reports that the OpenAPI document shows. */
final class ReportExamples {

    private static final String COMPARED =
            """
            {"meetingId":"panel-7","marker":{"markerId":"spot-a","title":"Spot A","kind":"advert",
             "start":"2026-01-05T10:05:00.000Z","end":"2026-01-05T10:05:30.000Z","labels":["30 s"]},"group":null,
             "windows":{"baseline":{"from":"2026-01-05T10:04:00.000Z","to":"2026-01-05T10:05:00.000Z"},
              "marker":{"from":"2026-01-05T10:05:00.000Z","to":"2026-01-05T10:05:30.000Z"}},
             "baselineOverlaps":[],"confidence":0.95,"included":6,
             "excluded":{"baselineNotCovered":0,"markerNotCovered":0,"neitherCovered":1},
             "measures":[{"name":"happy","n":6,"missing":0,"baselineMean":0.1,"markerMean":0.175,"meanDifference":0.075,
              "standardDeviation":0.082158,"confidenceInterval":{"low":-0.01122,"high":0.16122},
              "effectSize":0.912871,"reason":null}],
             "participants":""";

    private static final String NOTE = ",\"note\":\"" + MarkerReportViews.NOTE + "\"}";

    static final String MARKER = COMPARED
            + """
            [{"participantId":"ada","name":"Ada","excluded":null,"baseline":{"happy":0.1},"marker":{"happy":0.25},
              "difference":{"happy":0.15}}]"""
            + NOTE;

    static final String MARKERS = "{\"meetingId\":\"panel-7\",\"reports\":[" + COMPARED + "null" + NOTE + "]}";

    static final String ROOM =
            """
            {"meetingId":"bio-101","from":"2026-01-05T10:00:00.000Z","to":"2026-01-05T10:00:10.000Z","resolution":"10s",
             "leastPeople":5,"steps":[{"start":"2026-01-05T10:00:00.000Z","end":"2026-01-05T10:00:10.000Z","people":24,
              "tooFew":false,"facing":0.85,"away":0.02,"attention":0.83,"engagementIndex":0.87}],
             "alerts":[{"start":"2026-01-05T10:20:00.000Z","end":"2026-01-05T10:23:00.000Z","open":false,"level":0.86,
              "depth":0.31}]}""";

    static final String MOMENTS =
            """
            {"meetingId":"bio-101","from":"2026-01-05T10:00:00.000Z","to":"2026-01-05T10:45:00.000Z",
             "extremes":[{"measure":"smiling","kind":"peak","at":"2026-01-05T10:12:32.500Z",
              "start":"2026-01-05T10:12:20.000Z","end":"2026-01-05T10:12:50.000Z","value":0.62,"score":5.1,
              "prominence":0.4}],
             "smiledTogether":[{"start":"2026-01-05T10:12:25.000Z","end":"2026-01-05T10:12:40.000Z","seconds":15,
              "participants":[{"participantId":"ada","name":"Ada","seconds":12}]}]}""";

    static final String VISIT =
            """
            {"meetingId":"visit-17","participantId":"patient","name":"Ada","from":"2026-01-05T10:00:00.000Z",
             "to":"2026-01-05T10:30:00.000Z",
             "time":{"seconds":1800,"seen":1700,"away":60,"unmeasured":40,"coverage":0.977778},
             "displayedShares":{"angry":0,"disgust":0,"fear":0,"happy":0.2,"sad":0.1,"surprise":0,"neutral":0.6,
              "it-depends":0.1},"valence":0.1,"arousal":0.05,"expressiveness":0.2,
             "thirds":[{"part":"beginning","from":"2026-01-05T10:00:00.000Z","to":"2026-01-05T10:10:00.000Z",
              "valence":0.05,"coverage":0.98}],
             "speaking":{"seconds":640.5,"share":0.355833,"source":"zoom-rtms","upperBound":false},
             "facing":{"seconds":1500,"notFacingSeconds":200,"share":0.882353},
             "longestAway":{"start":"2026-01-05T10:14:00.000Z","end":"2026-01-05T10:14:45.000Z","seconds":42},
             "notMeasured":{"frames":{"dark":12},"framesWithoutExpression":4,"skippedFrames":0,
              "secondsWithoutDirection":0,"secondsWithoutEyes":310,"speechUnknown":false},
             "statement":\""""
                    + VisitViews.STATEMENT + "\"}";

    private ReportExamples() {}
}
