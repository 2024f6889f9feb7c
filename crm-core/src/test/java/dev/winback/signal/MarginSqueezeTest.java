package dev.winback.signal;

import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** DET-19: a VIP pays much, and profit tends to zero. */
class MarginSqueezeTest {

  private static Evidence seen(AVip vip) {
    return aHistory().buys(200, 10).with(vip.standing()).seen(SignalKind.MARGIN_SQUEEZE);
  }

  @Test
  void lessThanFivePercentIsSqueezed() {
    var evidence = seen(AVip.paid(900, 5, 100).earning(49, 1000));
    assertThat(evidence.since()).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(evidence.lostFrom()).as("no loss by itself").isNull();
    assertThat(evidence.figures())
        .containsEntry("month", "2026-05")
        .containsEntry("list", 6)
        .containsEntry("amount", "1000.00")
        .containsEntry("currency", "EUR");
    assertThat(evidence.figures().get("margin")).hasToString("4.9");
  }

  @Test
  void exactlyFivePercentIsNot() {
    assertThat(seen(AVip.paid(900, 5, 100).earning(50, 1000))).isNull();
  }

  @Test
  void aLossIsSqueezedToo() {
    assertThat(seen(AVip.paid(900, 5, 100).earning(-10, 1000)).figures().get("margin"))
        .hasToString("-1.0");
  }

  @Test
  void halfOfWhatHePaidMustHaveAKnownMargin() {
    assertThat(seen(AVip.paid(900, 5, 100).earning(1, 499))).isNull();
    assertThat(seen(AVip.paid(900, 5, 100).earning(1, 500))).isNotNull();
  }

  @Test
  void withoutAnyKnownMarginNothingIsSaid() {
    assertThat(seen(AVip.paid(900, 5, 100).earning(0, 0))).isNull();
    assertThat(seen(AVip.paid(0, 0, 0).earning(0, 0))).isNull();
  }

  @Test
  void whoIsNoVipIsNotAskedFor() {
    assertThat(seen(AVip.paid(900, 5, 100).earning(1, 1000).fallen())).isNull();
  }

  @Test
  void theShareIsASetting() {
    var vip = AVip.paid(900, 5, 100).earning(49, 1000).standing();
    var losses = aHistory().with(TestLimits.with("marginShare", 0));
    assertThat(losses.with(vip).seen(SignalKind.MARGIN_SQUEEZE)).isNull();
    assertThat(
            losses
                .with(AVip.paid(900, 5, 100).earning(-1, 1000).standing())
                .seen(SignalKind.MARGIN_SQUEEZE))
        .isNotNull();
  }
}
