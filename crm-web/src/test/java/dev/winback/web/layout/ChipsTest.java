package dev.winback.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Stage;
import dev.winback.web.testing.WebTest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Chips of rows say in words, sign and colour what they are told, and are made once. */
@WebTest
class ChipsTest {

  @Autowired Chips chips;
  @Autowired Wording wording;

  @Test
  void eachStageHasItsWords() {
    for (var stage : Stage.values()) {
      assertThat(chips.standing(stage, false)).contains(">" + wording.of("stage." + stage) + "<");
    }
    assertThat(Arrays.stream(Stage.values()).map(stage -> chips.standing(stage, false)))
        .doesNotHaveDuplicates();
  }

  @Test
  void aStageIsOneChip() {
    assertThat(chips.standing(Stage.LOST, false))
        .isEqualTo(
            "<span class=\"chip danger\" data-glyph=\"■\">" + wording.of("stage.LOST") + "</span>")
        .isSameAs(chips.standing(Stage.LOST, false));
    assertThat(chips.standing(Stage.RETURNED, true))
        .startsWith(chips.standing(Stage.RETURNED, false))
        .contains(wording.of("customer.fragile"));
  }

  @Test
  void whatIsNotKnownHasNone() {
    assertThat(chips.standing(null, false)).isEmpty();
    assertThat(chips.category(null, null, null)).isEmpty();
    assertThat(chips.silence(null)).isEmpty();
  }

  @Test
  void aCategoryAndASilence() {
    assertThat(chips.category("A", "X", false)).contains(">A·X<").doesNotContain("purple");
    assertThat(chips.category("B", "Z", true)).contains(">B·Z<", "purple");
    assertThat(chips.silence(90)).contains(wording.of("signal.chip.days", 90)).contains("chip ");
  }
}
