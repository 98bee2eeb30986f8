package dev.rapt.k8s;

import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;

/** What a typed model made of a document: where it lost or changed something. What it adds, such as a default, is no matter. */
final class Differences {

    private Differences() {}

    static List<String> between(JsonElement given, JsonElement read) {
        List<String> found = new ArrayList<>();
        compare("", given, read, found);
        return found;
    }

    private static void compare(String path, JsonElement given, JsonElement read, List<String> found) {
        if (read == null) {
            // An empty map says nothing, except where a selector of everything is meant
            if (!given.isJsonNull() && !given.toString().equals("{}")) {
                found.add(path + " isn't known");
            }
        } else if (given.isJsonObject() && read.isJsonObject()) {
            given.getAsJsonObject()
                    .entrySet()
                    .forEach(field -> compare(
                            path + "/" + field.getKey(),
                            field.getValue(),
                            read.getAsJsonObject().get(field.getKey()),
                            found));
        } else if (given.isJsonArray()
                && read.isJsonArray()
                && given.getAsJsonArray().size() == read.getAsJsonArray().size()) {
            for (int i = 0; i < given.getAsJsonArray().size(); i++) {
                compare(
                        path + "/" + i,
                        given.getAsJsonArray().get(i),
                        read.getAsJsonArray().get(i),
                        found);
            }
        } else if (!given.equals(read)) {
            found.add(path + " is " + given + " and reads as " + read);
        }
    }
}
