package dev.winback.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A failure in a log says what and where, and quotes nobody (hold.md, 5.8). */
class UnquotedTest {

  @Test
  void itNamesWhatFailedItsCauseAndTheLineOfOurs() {
    var said = Unquoted.of(new IllegalStateException("anna@berg.example", failure()));
    assertThat(said)
        .startsWith("IllegalStateException by NumberFormatException at UnquotedTest.failure(")
        .matches(".*\\(UnquotedTest\\.java:\\d+\\)")
        .doesNotContain("anna");
  }

  @Test
  void whatCameUpElsewhereIsNamedAlone() {
    var foreign = new IllegalStateException("anna@berg.example");
    foreign.setStackTrace(new StackTraceElement[0]);
    assertThat(Unquoted.of(foreign)).isEqualTo("IllegalStateException");
  }

  @Test
  void causesThatLeadInACircleEnd() {
    var one = new IllegalStateException();
    var other = new IllegalArgumentException(one);
    one.initCause(other);
    assertThat(Unquoted.of(one)).hasSizeLessThan(500);
  }

  private static Exception failure() {
    try {
      return new IllegalStateException(List.of(Integer.parseInt("anna")).toString());
    } catch (NumberFormatException e) {
      return e;
    }
  }
}
