package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.contracts.Keys;
import dev.rapt.meeting.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what somebody says a meeting is, or says what is wrong with it. */
@ApplicationScoped
class DeclarationReader {

    private static final Set<String> FIELDS = fields();

    private final AggregatorConfig.Meetings limits;
    private final TermsReader terms;

    DeclarationReader(AggregatorConfig config, Policy policy) {
        this.limits = config.meetings();
        this.terms = new TermsReader(policy, limits.maxJustification());
    }

    /**
     * The declaration of a request's body. A field that is missing or null says nothing; purpose and region must be said.
     *
     * @param now when it is said
     */
    Declaration read(InputStream body, Instant now) {
        JsonNode json = JsonBody.read(body, limits.maxBytes().asLongValue(), FIELDS);
        return new Declaration(
                title(json.path("title")),
                labels(json.path("labels")),
                groups(json.path("groups")),
                Optional.of(terms.read(json)),
                retention(json.path("retention")),
                Instant.ofEpochMilli(now.toEpochMilli()));
    }

    private String title(JsonNode title) {
        if (JsonBody.isMissing(title)) {
            return "";
        }
        return text(title, limits.maxTitle())
                .orElseThrow(() -> ProblemException.badRequest(
                        "bad-title", "title is text of 1 to " + limits.maxTitle() + " characters in one line"));
    }

    private List<String> labels(JsonNode labels) {
        Set<String> found = new LinkedHashSet<>();
        if (!JsonBody.isMissing(labels)) {
            if (!labels.isArray() || labels.size() > limits.maxLabels()) {
                throw badLabels();
            }
            labels.forEach(label -> found.add(text(label, limits.maxLabel()).orElseThrow(this::badLabels)));
        }
        return List.copyOf(found);
    }

    private ProblemException badLabels() {
        return ProblemException.badRequest(
                "bad-labels",
                "labels is a list of up to " + limits.maxLabels() + " texts of 1 to " + limits.maxLabel()
                        + " characters each");
    }

    private List<Group> groups(JsonNode groups) {
        List<Group> found = new ArrayList<>();
        if (!JsonBody.isMissing(groups)) {
            if (!groups.isObject() || groups.size() > limits.maxGroups()) {
                throw badGroups("");
            }
            groups.fields().forEachRemaining(group -> found.add(group(group.getKey(), group.getValue())));
        }
        return found;
    }

    private Group group(String name, JsonNode participants) {
        // A name stands in paths
        boolean nameable = isText(name, limits.maxLabel()) && name.equals(name.strip()) && name.indexOf('/') < 0;
        if (!nameable || !participants.isArray() || participants.size() > limits.maxGroup()) {
            throw badGroups(": it isn't so of the group " + name);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode id : participants) {
            if (!id.isTextual() || !Keys.isId(id.textValue())) {
                throw ProblemException.badRequest(
                        "bad-id", "A participant's id matches " + Keys.ID_FORM + ", but not all of group " + name);
            }
            ids.add(id.textValue());
        }
        return new Group(name, ids);
    }

    private ProblemException badGroups(String where) {
        return ProblemException.badRequest(
                "bad-groups",
                "groups has up to " + limits.maxGroups() + " lists of up to " + limits.maxGroup()
                        + " participants' ids, each under a name of 1 to " + limits.maxLabel()
                        + " characters without a slash" + where);
    }

    private Optional<Duration> retention(JsonNode retention) {
        if (JsonBody.isMissing(retention)) {
            return Optional.empty();
        }
        try {
            Duration kept = TimelineQuery.length(retention.isTextual() ? retention.textValue() : "");
            if (kept.compareTo(limits.minRetention()) >= 0 && kept.compareTo(limits.maxRetention()) <= 0) {
                return Optional.of(kept);
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Said below
        }
        throw ProblemException.badRequest(
                "bad-retention",
                "retention is a length of time from " + Lengths.text(limits.minRetention()) + " to "
                        + Lengths.text(limits.maxRetention()) + ", like P7D or 12h");
    }

    private static Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(List.of("title", "labels", "groups", "retention"));
        fields.addAll(TermsReader.FIELDS);
        return fields;
    }

    private static Optional<String> text(JsonNode field, int most) {
        return Optional.of(field)
                .filter(JsonNode::isTextual)
                .map(node -> node.textValue().strip())
                .filter(text -> isText(text, most));
    }

    private static boolean isText(String text, int most) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= most
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
