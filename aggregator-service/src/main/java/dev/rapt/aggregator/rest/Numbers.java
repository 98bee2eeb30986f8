package dev.rapt.aggregator.rest;

import java.util.Optional;

/** Understands whole numbers of a query. */
final class Numbers {

    private Numbers() {}

    /** The number a parameter says, or this one without it; a problem when it isn't within the limits. */
    static int number(String name, Optional<String> text, int otherwise, int least, int most) {
        try {
            int number = text.map(Integer::parseInt).orElse(otherwise);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below
        }
        throw ProblemException.badRequest("bad-" + name, name + " is a whole number from " + least + " to " + most);
    }
}
