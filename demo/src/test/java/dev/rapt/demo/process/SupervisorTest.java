package dev.rapt.demo.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.demo.DemoException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SupervisorTest {

    @TempDir
    Path folder;

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Supervisor supervisor = new Supervisor(said::add);

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void aKilledChildIsStartedAgainAndNoneIsLeftInTheEnd() throws Exception {
        // Given
        Path pids = folder.resolve("pids");
        supervisor.start(child("sleeper", "echo $$ >> " + pids + "; exec sleep 60"));
        await(() -> lines(pids).size() == 1);

        // When
        process(lines(pids).get(0)).destroyForcibly();

        // Then
        await(() -> lines(pids).size() == 2);
        assertThat(said).containsExactly("The sleeper died (signal 9); starting it again.");
        ProcessHandle second = process(lines(pids).get(1));
        supervisor.stop();
        assertThat(second.isAlive()).isFalse();
    }

    @Test
    void aChildThatKeepsDyingEndsTheDemoWithTheEndOfItsLog() throws Exception {
        // When
        supervisor.start(child("doomed", "echo no disk; exit 3"));

        // Then
        DemoException failure = supervisor.failure().get(30, TimeUnit.SECONDS);
        assertThat(failure)
                .hasMessageContaining("The doomed died 5 times within a minute")
                .hasMessageContaining("no disk");
    }

    @Test
    void deathsFarApartAreForgiven() {
        // Given
        RestartBudget budget = new RestartBudget(5, Duration.ofMinutes(1));

        // Then
        for (long minute = 0; minute < 20; minute++) {
            assertThat(budget.spend(TimeUnit.SECONDS.toNanos(16 * minute))).isTrue();
        }
    }

    @Test
    void aChildEndsWithItsParentEvenWhenThatIsKilled() throws Exception {
        // Given
        Path pid = folder.resolve("pid");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TiedToParent.class.getName(),
                        Sleeper.class.getName(),
                        pid.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(() -> lines(pid).size() == 1);
        assertThat(child.isAlive()).isTrue();

        // When the kernel closes the pipe of a launcher that is no more
        child.getOutputStream().close();

        // Then
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(143);
    }

    /** A child that would sleep on. */
    public static final class Sleeper {
        private Sleeper() {}

        public static void main(String[] args) throws Exception {
            Files.writeString(Path.of(args[0]), ProcessHandle.current().pid() + "\n");
            Thread.sleep(60_000);
        }
    }

    private ChildSpec child(String name, String script) {
        return new ChildSpec(name, List.of("/bin/sh", "-c", script), folder.resolve(name + ".log"));
    }

    private static ProcessHandle process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (java.io.IOException e) {
            return List.of();
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(20);
        }
    }
}
