package dev.rapt.aggregator.rest;

/** Examples of answers about who may be measured. */
final class RuleExamples {

    static final String FORBIDDEN =
            """
            {"type":"urn:rapt:problem:policy-forbids","title":"Forbidden","status":403,"detail":"Policy 2026-11 allows\
             attention only for workplace in DE: The EU's AI Act, Article 5(1)(f), forbids inferring emotions in the areas\
             of workplace and education.","reason":"policy-forbids"}""";

    static final String BROADENED =
            """
            {"type":"urn:rapt:problem:declaration-broadened","title":"Conflict","status":409,"detail":"Frames were counted\
             or consents recorded under what was declared before, so it may only be narrowed: signals isn't",\
            "reason":"declaration-broadened"}""";

    static final String UNDECLARED =
            """
            {"type":"urn:rapt:problem:meeting-undeclared","title":"Conflict","status":409,"detail":"Nobody has said what\
             this meeting is measured for: PUT /v1/meetings/bio-101 with purpose and region",\
            "reason":"meeting-undeclared"}""";

    static final String NOT_PSEUDONYMOUS =
            """
            {"type":"urn:rapt:problem:not-pseudonymous","title":"Conflict","status":409,"detail":"The participants of this\
             meeting go by their own ids","reason":"not-pseudonymous"}""";

    static final String YES = """
            {"given":true,"noticeVersion":"2026-11","noticeLanguage":"de"}""";

    static final String NO = """
            {"given":false,"erase":true}""";

    static final String CONSENT =
            """
            {"participantId":"ada","given":true,"noticeVersion":"2026-11","noticeLanguage":"de","notBefore":null,\
            "at":"2026-01-05T09:58:00.000Z","erased":false}""";

    static final String CONSENTS = "{\"meetingId\":\"bio-101\",\"consents\":[" + CONSENT + "],\"next\":null}";

    private RuleExamples() {}
}
