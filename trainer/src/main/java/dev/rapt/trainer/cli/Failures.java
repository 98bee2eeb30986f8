package dev.rapt.trainer.cli;

import dev.rapt.classifier.model.ModelException;
import dev.rapt.trainer.dataset.DatasetException;
import dev.rapt.trainer.export.ParityException;
import dev.rapt.trainer.train.DivergedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Turns exceptions into one line and an exit code. */
final class Failures {
    /** The user can put it right. */
    static final int USER = 2;
    /** Something broke. */
    static final int BROKEN = 1;

    private Failures() {}

    static int usage(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        e.getCommandLine().getErr().println(command + ": " + oneLine(e.getMessage()) + " (see " + command + " --help)");
        return USER;
    }

    static int execution(Exception e, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        if (e instanceof DatasetException || e instanceof ModelException || e instanceof IOException) {
            command.getErr().println(name + ": " + oneLine(words(e)));
            return USER;
        }
        if (e instanceof ParityException || e instanceof DivergedException) {
            command.getErr().println(name + ": " + oneLine(words(e)));
            return BROKEN;
        }
        e.printStackTrace(command.getErr());
        return BROKEN;
    }

    private static String words(Exception e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " doesn't exist";
        } else if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": access denied";
        } else if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return e.getMessage();
    }

    private static String oneLine(String message) {
        return message == null ? "failed without a message" : message.replaceAll("\\s*\\R\\s*", " ");
    }
}
