package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static dev.winback.signal.Happening.Kind.CART;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DET-11: a cart that was left, or emptied, and became no order. */
class LeftCartTest {

  private static final int LEFT = 0;
  private static final int ORDERED = 1;
  private static final int EMPTIED = 2;

  private static Evidence seen(AHistory history) {
    return history.seen(SignalKind.CART);
  }

  @Test
  void bothWaysOfLeavingACartAreSeenAlsoOfWhoNeverBought() {
    assertThat(seen(aHistory().happen(CART, LEFT, 3)).figures()).containsEntry("state", "left");
    assertThat(seen(aHistory().happen(CART, EMPTIED, 3)).figures())
        .containsEntry("state", "emptied");
    assertThat(seen(aHistory().happen(CART, LEFT, 3)).since()).isEqualTo(DAY.minusDays(3));
  }

  @Test
  void anOrderEndsIt() {
    assertThat(seen(aHistory().happen(CART, ORDERED, 3))).isNull();
    assertThat(seen(aHistory().happen(CART, LEFT, 3).buys(2))).isNull();
    assertThat(seen(aHistory().happen(CART, LEFT, 3).buys(4))).isNotNull();
  }

  @Test
  void theNewestCartCounts() {
    assertThat(seen(aHistory().happen(CART, LEFT, 9).happen(CART, ORDERED, 3))).isNull();
  }

  @Test
  void itIsForgottenAfterItsDays() {
    assertThat(seen(aHistory().happen(CART, LEFT, 30))).isNotNull();
    assertThat(seen(aHistory().happen(CART, LEFT, 31))).isNull();
  }
}
