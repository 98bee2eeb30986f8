package dev.rapt.aggregator.rest;

/** Examples of what is told to participants. */
final class PersonExamples {

    static final String NOTICES =
            "{\"version\":\"2026-11\",\"notices\":[{\"language\":\"en\",\"name\":\"English\",\"title\":\"Faces are measured in this meeting\",\"sentences\":[\"What is measured now: {link}\"]}]}";
    static final String NOTICE =
            "{\"meetingId\":\"standup\",\"version\":\"2026-11\",\"language\":\"en\",\"title\":\"Faces are measured in this meeting\",\"paragraphs\":[\"You are only measured if you agree. If you say nothing, you are not.\"],\"text\":\"Faces are measured in this meeting\\n\\nYou are only measured if you agree. If you say nothing, you are not.\",\"link\":\"https://rapt.example/notice.html?meeting=standup\"}";
    static final String MEASURING =
            "{\"meetingId\":\"standup\",\"state\":\"measuring\",\"purpose\":\"research\",\"signals\":\"attention\",\"consent\":\"explicit\",\"view\":\"individual\",\"pseudonymous\":false,\"people\":7,\"tooFew\":false,\"since\":\"2026-01-05T10:00:00.120Z\",\"endedAt\":null,\"retention\":\"P7D\"}";
    static final String LINK =
            "{\"url\":\"https://rapt.example/me.html#c3RhbmR1cA.N3Ffp2yM0b6Xw3dC1oQJYb0kq0mZ8c2m0yQ1kq5Xr7E\",\"token\":\"c3RhbmR1cA.N3Ffp2yM0b6Xw3dC1oQJYb0kq0mZ8c2m0yQ1kq5Xr7E\",\"expiresAt\":\"2026-02-04T10:00:00.000Z\"}";
    static final String ME =
            "{\"meetingId\":\"standup\",\"title\":\"Monday\",\"participantId\":\"ada\",\"purpose\":\"research\",\"signals\":\"attention\",\"consentRule\":\"explicit\",\"view\":\"individual\",\"pseudonymous\":false,\"retention\":\"P7D\",\"consent\":{\"given\":true,\"noticeVersion\":\"2026-11\",\"noticeLanguage\":\"en\",\"notBefore\":null,\"at\":\"2026-01-05T09:59:00.000Z\"},\"kept\":null,\"figuresHidden\":false,\"linkExpiresAt\":\"2026-02-04T10:00:00.000Z\"}";

    private PersonExamples() {}
}
