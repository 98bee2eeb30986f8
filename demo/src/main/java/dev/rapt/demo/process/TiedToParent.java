package dev.rapt.demo.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every child: runs another main class and ends this JVM once its standard input ends. The launcher
 * holds the other end of that pipe, so a child never outlives it, not even when the launcher is killed with -9.
 */
public final class TiedToParent {

    private static final int STATUS = 143;
    private static final long GRACE_MS = 5_000;

    private TiedToParent() {}

    /** {@code MAIN_CLASS ARGUMENTS…} */
    public static void main(String[] args) throws Throwable {
        daemon("parent-watch", TiedToParent::endWithInput);
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes: only the end matters
            }
        } catch (IOException e) {
            // A broken pipe is an end too
        }
        daemon("parent-gone", TiedToParent::haltAfterGrace);
        System.exit(STATUS);
    }

    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(STATUS);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
