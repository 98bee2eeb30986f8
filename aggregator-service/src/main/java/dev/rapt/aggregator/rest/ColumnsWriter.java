package dev.rapt.aggregator.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rapt.aggregator.timeline.EngagementRule;
import dev.rapt.aggregator.timeline.Field;
import dev.rapt.aggregator.timeline.Fields;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Steps;
import dev.rapt.aggregator.timeline.Window;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Writes timelines as columns, person by person: one array a field, as long as there are steps. */
final class ColumnsWriter implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int DIGITS = 6;

    private final JsonGenerator json;
    private final Fields fields;
    private final EngagementRule rule;
    private final char[] number = new char[32];

    ColumnsWriter(OutputStream out, String meetingId, Window window, Fields fields, EngagementRule rule)
            throws IOException {
        this.json = JSON.createGenerator(out);
        this.fields = fields;
        this.rule = rule;
        json.writeStartObject();
        json.writeStringField("meetingId", meetingId);
        json.writeStringField("from", text(window.from()));
        json.writeStringField("to", text(window.to()));
        json.writeStringField("resolution", window.resolution().length().toSeconds() + "s");
        json.writeNumberField("steps", window.steps());
        json.writeArrayFieldStart("fields");
        for (Field field : fields.list()) {
            json.writeString(field.text());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("participants");
    }

    void person(String participantId, Optional<String> name, Steps steps) throws IOException {
        json.writeStartObject();
        json.writeStringField("participantId", participantId);
        json.writeFieldName("name");
        if (name.isPresent()) {
            json.writeString(name.get());
        } else {
            json.writeNull();
        }
        json.writeObjectFieldStart("columns");
        for (Field field : fields.list()) {
            json.writeArrayFieldStart(field.text());
            for (long value : steps.values(field, rule)) {
                write(field, value);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(Field field, long value) throws IOException {
        if (value == Field.NONE) {
            json.writeNull();
            return;
        }
        switch (field.kind()) {
            case COUNT -> json.writeNumber(value);
            case LABEL -> json.writeString(Label.values()[(int) value].text());
            case SHARE -> {
                int start = decimal(value, number);
                json.writeRawValue(number, start, number.length - start);
            }
        }
    }

    /** Millionths as a decimal number without needless digits, at the end of the array; returns where it starts. */
    static int decimal(long micro, char[] into) {
        long rest = Math.abs(micro);
        int at = into.length;
        boolean begun = false;
        for (int i = 0; i < DIGITS; i++) {
            char digit = (char) ('0' + rest % 10);
            rest /= 10;
            begun |= digit != '0';
            if (begun) {
                into[--at] = digit;
            }
        }
        if (begun) {
            into[--at] = '.';
        }
        do {
            into[--at] = (char) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        if (micro < 0) {
            into[--at] = '-';
        }
        return at;
    }

    private static String text(Instant moment) {
        return MILLIS.format(moment);
    }

    /** Ends the answer; without it, after an exception, it is no JSON. */
    void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        json.close();
    }
}
