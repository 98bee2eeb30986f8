package dev.rapt.classifier.consume;

import com.google.protobuf.Message;

/** Whether an event's figures can be reckoned with: a single one that is no number would spoil every mean it gets into. */
final class Numbers {

    private Numbers() {}

    /** True if every floating-point field is finite, those of the messages inside included. */
    static boolean only(Message message) {
        return message.getAllFields().values().stream().allMatch(Numbers::isFinite);
    }

    private static boolean isFinite(Object value) {
        if (value instanceof Message inner) {
            return only(inner);
        }
        return !(value instanceof Float number) || Float.isFinite(number);
    }
}
