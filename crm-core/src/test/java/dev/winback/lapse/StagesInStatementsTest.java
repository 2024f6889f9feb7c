package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Statements take the stages of open and of won lapses from one place, which {@link Stage} knows.
 */
class StagesInStatementsTest {

  private static final Path STATEMENTS = Path.of("src/main/resources/dev/winback");

  @Test
  void openAndWonStagesAreThoseOfTheProgram() {
    assertThat(Sql.of(Sql.class, "open-stages.sql").strip()).isEqualTo(named(Stage::open));
    assertThat(Sql.of(Sql.class, "won-stages.sql").strip())
        .isEqualTo("'RETURNED', 'RESTORED', 'SAFE'");
    assertThat(Sql.of(Stage.class, "assign.sql"))
        .contains("stage in (" + named(Stage::open) + ")")
        .doesNotContain("/*open stages*/");
  }

  @Test
  void noStatementNamesThemByItself() throws IOException {
    try (var files = Files.walk(STATEMENTS)) {
      assertThat(files.filter(file -> file.toString().endsWith(".sql")))
          .hasSizeGreaterThan(500)
          .filteredOn(file -> !file.endsWith("shared/open-stages.sql"))
          .filteredOn(file -> read(file).contains(named(Stage::open)))
          .isEmpty();
    }
  }

  private static String named(Predicate<Stage> those) {
    return Arrays.stream(Stage.values())
        .filter(those)
        .map(stage -> "'" + stage + "'")
        .collect(Collectors.joining(", "));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
