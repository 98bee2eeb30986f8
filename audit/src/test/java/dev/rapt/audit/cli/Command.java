package dev.rapt.audit.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What the command said. */
public record Command(int code, String out, String err) {

    /** Runs it in this process. */
    public static Command run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Command(code, out.toString(), err.toString());
    }
}
