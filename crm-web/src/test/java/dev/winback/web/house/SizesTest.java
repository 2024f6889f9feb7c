package dev.winback.web.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file that one cannot hold in the head is parted (house.md). */
class SizesTest {

  private static final int LINES = 200;
  private static final List<String> MODULES = List.of("crm-core", "crm-mail", "crm-web");

  @Test
  void noFileOfTheProductIsLongerThanTwoHundredLines() throws IOException {
    long files = 0;
    for (var module : MODULES) {
      try (var sources = sources(module)) {
        for (var file : sources.toList()) {
          files++;
          assertThat(lines(file)).as("%s", file).isLessThanOrEqualTo(LINES);
        }
      }
    }
    assertThat(files).isGreaterThan(500);
  }

  private static Stream<Path> sources(String module) throws IOException {
    return Files.walk(Path.of("..", module, "src", "main", "java"))
        .filter(file -> file.toString().endsWith(".java"));
  }

  private static long lines(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
