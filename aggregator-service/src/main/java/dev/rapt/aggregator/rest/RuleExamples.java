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

    private RuleExamples() {}
}
