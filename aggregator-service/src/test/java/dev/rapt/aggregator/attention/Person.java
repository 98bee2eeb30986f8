package dev.rapt.aggregator.attention;

import dev.rapt.aggregator.query.Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;

/** A made-up person, second by second, at two frames a second. Heads are never quite still: a degree or so of noise. */
final class Person {

    static final double OPEN = .28;

    private final Random random = new Random(3);
    private final List<FaceSecond> seconds = new ArrayList<>();

    /** For so many seconds the head is turned there. */
    Person turned(int length, double yaw, double pitch) {
        for (int i = 0; i < length; i++) {
            add(yaw + random.nextGaussian(), pitch + random.nextGaussian() * .7, 0, OPEN, OPEN);
        }
        return this;
    }

    /** For so many seconds the head is somewhere else in every one of them, between these yaws. */
    Person restless(int length, double from, double to) {
        for (int i = 0; i < length; i++) {
            add(from + (to - from) * random.nextDouble(), random.nextDouble() * 20 - 10, 0, OPEN, OPEN);
        }
        return this;
    }

    /** One second with these eyes, the head turned there, smiling that much. */
    Person eyes(double yaw, double pitch, double happy, double... openness) {
        add(yaw, pitch, happy, openness);
        return this;
    }

    /** One letter a second: F facing, N turned elsewhere, ? unknown. */
    String facing() {
        return judged().stream()
                .map(judgement -> switch (judgement.facing()) {
                    case FACING -> "F";
                    case NOT_FACING -> "N";
                    case UNKNOWN -> "?";
                })
                .collect(Collectors.joining());
    }

    /** One letter a second: o open, c closed, ? unknown. */
    String eyes() {
        return judged().stream()
                .map(judgement -> switch (judgement.eyes().eyes()) {
                    case OPEN -> "o";
                    case CLOSED -> "c";
                    case UNKNOWN -> "?";
                })
                .collect(Collectors.joining());
    }

    Baseline baseline() {
        AttentionPass pass = pass();
        seconds.forEach(second -> pass.face(second, Duration.ofMillis(500)));
        return pass.baseline();
    }

    private List<Judgement> judged() {
        AttentionPass pass = pass();
        List<Judgement> judgements = new ArrayList<>();
        seconds.forEach(second -> judgements.add(pass.face(second, Duration.ofMillis(500))));
        pass.noFace();
        return judgements;
    }

    private AttentionPass pass() {
        Learner learner = new Learner(Rules.usual());
        seconds.forEach(learner::add);
        return new AttentionPass(Rules.usual(), learner.learnt());
    }

    private void add(double yaw, double pitch, double happy, double... openness) {
        List<EyeSample> eyes = new ArrayList<>();
        for (int i = 0; i < openness.length; i++) {
            eyes.add(new EyeSample(1_000L * seconds.size() + 1_000L * i / openness.length, openness[i]));
        }
        seconds.add(new FaceSecond(Optional.of(new Pose(yaw, pitch)), eyes, OptionalDouble.of(happy), .03));
    }
}
