package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DET-03, golden "sign 2": three requests in a row without a purchase, which resets the count. */
class RequestsWithoutPurchaseTest {

  private static AHistory story(String facts) {
    var history = aHistory();
    int ago = 10 * facts.length();
    for (char fact : facts.toCharArray()) {
      ago -= 10;
      if (fact == 'P') {
        history.buys(ago);
      } else {
        history.asks(ago);
      }
    }
    return history;
  }

  @ParameterizedTest
  @CsvSource({
    "rrr, true",
    "rr, false",
    "rrPr, false",
    "rPrrr, true",
    "Prrrr, true",
    "PrrrP, false"
  })
  void threeRequestsInARowAreTheSignAndAPurchaseBeginsAnew(String facts, boolean sign) {
    assertThat(story(facts).seen(SignalKind.REQUESTS_WITHOUT_PURCHASE) != null).isEqualTo(sign);
  }

  @Test
  void itBeginsWithTheThirdAndCountsOn() {
    var evidence = story("Prrrr").seen(SignalKind.REQUESTS_WITHOUT_PURCHASE);
    assertThat(evidence.since()).isEqualTo(DAY.minusDays(10));
    assertThat(evidence.figures())
        .containsEntry("requests", 4)
        .containsEntry("lastRequest", "2026-06-01");
    assertThat(evidence.lostFrom()).isNull();
  }

  @Test
  void aRequestOfTheDayOfThePurchaseCountsByItsHour() {
    assertThat(aHistory().buys(5).asks(5, 4, 3).seen(SignalKind.REQUESTS_WITHOUT_PURCHASE))
        .as("asked after the purchase of noon")
        .isNotNull();
  }

  @Test
  void theNumberIsASetting() {
    var limits = TestLimits.with("requestsWithoutPurchase", 4);
    assertThat(story("Prrr").with(limits).seen(SignalKind.REQUESTS_WITHOUT_PURCHASE)).isNull();
    assertThat(story("Prrrr").with(limits).seen(SignalKind.REQUESTS_WITHOUT_PURCHASE)).isNotNull();
  }
}
