package dev.winback.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a bench in a JVM of its own, with the heap of production, and prints what it prints. */
public final class OwnJvm {

  private OwnJvm() {}

  /** The exit code of the class's main method. */
  public static int run(String bench, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Duser.timezone=Europe/Berlin",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                bench));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    // not the stream itself: over that the test tells Maven how it goes
    process.inputReader().lines().forEach(System.out::println);
    return process.waitFor();
  }
}
