package dev.winback.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real purchase data that is not part of the repository: {@code -Dwinback.shared=…}, {@code
 * WINBACK_SHARED}, or a folder {@code shared} beside the repository.
 */
public final class SharedData {

  private SharedData() {}

  /** The file, or the test is skipped with the reason. */
  public static Path file(String name) {
    var file = folder().resolve("data").resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> file + " is absent (set WINBACK_SHARED)");
    return file;
  }

  private static Path folder() {
    var set = System.getProperty("winback.shared", System.getenv("WINBACK_SHARED"));
    return set == null ? Path.of("../../shared").toAbsolutePath().normalize() : Path.of(set);
  }
}
