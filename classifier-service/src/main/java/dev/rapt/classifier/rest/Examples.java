package dev.rapt.classifier.rest;

/** What the OpenAPI page shows. */
final class Examples {

    static final String HAPPY =
            """
            {"probabilities":{"angry":0.01,"disgust":0.0,"fear":0.01,"happy":0.91,"sad":0.01,"surprise":0.02,\
            "neutral":0.04},"dominant":"happy","margin":0.87,"model":{"name":"emo","version":"1.0"}}""";

    static final String TRUNCATED =
            """
            {"type":"urn:rapt:problem:corrupt-image","title":"Unprocessable Content","status":422,\
            "detail":"The JPEG is truncated","reason":"corrupt-image"}""";

    private Examples() {}
}
