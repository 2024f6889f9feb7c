package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

/** T10: what the database cannot keep is written otherwise, and nothing else is touched by it. */
class ZerosTest {

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a\0b", "\0\0", "\u2400", "\u24000", "\u2400\0\u2400", ""})
  void whatIsWrittenIsReadAsItWas(String text) {
    assertThat(Zeros.written(text)).doesNotContain("\0");
    assertThat(Zeros.read(Zeros.written(text))).isEqualTo(text);
  }

  /** Somebody may well type a backslash before u0000: six characters like any others. */
  @Test
  void whatAFileSaysOfItselfLosesItsZerosAndNoBackslash() {
    var said = List.of("a\0b\0\0", "\\u0000", "\\\0", "\\\\u0000\0", "plain");
    assertThat(json.readValue(Zeros.json(json, said), String[].class))
        .containsExactly("ab", "\\u0000", "\\", "\\\\u0000", "plain");
  }
}
