package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.Sql;
import dev.winback.survey.SurveyKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Statements call a rung beside the ladder by the name that the program gives it. */
class RungsInStatementsTest {

  private static final Path STATEMENTS = Path.of("src/main/resources/dev/winback");
  private static final Pattern BY_NUMBER =
      Pattern.compile("(\\brung\\s*(=|<>|<=|>=|<|>|(not )?between|(not )?in \\()|\\bwhen)\\s*-\\d");

  @Test
  void theNamesAreThoseOfTheProgram() throws IOException {
    var named = new HashMap<String, String>();
    for (var kind : PromptKind.values()) {
      named.put(kind.name(), "" + kind.rung());
    }
    for (var kind : SurveyKind.values()) {
      named.put(kind.name(), "" + kind.rung());
    }
    named.put("FAREWELL", "" + Farewells.RUNG);
    named.put("CONFIRMATION", "" + Confirmations.RUNG);
    assertThat(told()).isEqualTo(named);
    assertThat(Sql.of(Claims.class, "farewell-of.sql"))
        .contains("rung = " + Farewells.RUNG)
        .doesNotContain("/*rung");
  }

  @Test
  void noStatementCallsThemByNumberOrByAnUnknownName() throws IOException {
    try (var files = Files.walk(STATEMENTS)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".sql"))
                  .map(RungsInStatementsTest::filled))
          .hasSizeGreaterThan(500)
          .noneMatch(sql -> sql.contains("/*rung "))
          .noneMatch(sql -> BY_NUMBER.matcher(sql).find());
    }
  }

  private static Map<Object, Object> told() throws IOException {
    var told = new Properties();
    try (var file = Sql.class.getResourceAsStream("rungs.properties")) {
      told.load(file);
    }
    return told;
  }

  /** With the names that are known left out. */
  private static String filled(Path file) {
    try {
      var sql = Files.readString(file);
      for (var name : told().keySet()) {
        sql = sql.replace("/*rung " + name + "*/", name.toString());
      }
      return sql;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
