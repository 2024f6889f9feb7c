package dev.winback.signal;

import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.category.VipStanding;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** DET-16: who dropped out of the list of VIPs. */
class FallenVipTest {

  private static Evidence seen(VipStanding standing) {
    return aHistory().buys(200, 10).with(standing).seen(SignalKind.FALLEN_VIP);
  }

  @Test
  void whoWasOnTheListBeforeAndIsNotOnThisOneIsFallen() {
    var evidence = seen(AVip.paid(40, 1, 10).fallen().standing());
    assertThat(evidence.since()).isEqualTo(LocalDate.of(2026, 6, 1));
    assertThat(evidence.lostFrom()).as("no loss by itself").isNull();
    assertThat(evidence.figures())
        .containsEntry("month", "2026-05")
        .containsEntry("list", 6)
        .containsEntry("amount", "50.00")
        .containsEntry("currency", "EUR");
  }

  @Test
  void whoIsOnTheListIsNot() {
    assertThat(seen(AVip.paid(40, 1, 10).standing())).isNull();
  }

  @Test
  void whoWasOnNeitherHasNotFallen() {
    assertThat(seen(null)).isNull();
  }

  @Test
  void heIsSeenWhenEverythingHeBoughtWasRefunded() {
    var standing = AVip.paid(0, 0, 0).fallen().standing();
    assertThat(aHistory().with(standing).seen(SignalKind.FALLEN_VIP)).isNotNull();
  }

  @Test
  void theRuleCanBeSwitchedOff() {
    var standing = AVip.paid(40, 1, 10).fallen().standing();
    var history = aHistory().with(TestLimits.with("off", "fallen-vip")).with(standing);
    assertThat(history.seen(SignalKind.FALLEN_VIP)).isNull();
  }

  @Test
  void aDismissedOneStaysAwayThisMonth() {
    var known = Traits.NONE.without(SignalKind.FALLEN_VIP, LocalDate.of(2026, 6, 1));
    var history = aHistory().with(known).with(AVip.paid(40, 1, 10).fallen().standing());
    assertThat(history.seen(SignalKind.FALLEN_VIP)).isNull();
  }
}
