package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static dev.winback.signal.AHistory.aHistory;
import static dev.winback.signal.Happening.Kind.CART;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A limit that a firm has changed is the one by which its rule goes, to the day. */
class ChangedLimitsTest {

  private static final int NEVER = -10_000;

  private static boolean seen(SignalKind kind, String limit, int value, AHistory history) {
    return history.with(TestLimits.with(limit, value)).seen(kind) != null;
  }

  @Test
  void aCartIsForgottenAfterTheFirmsOwnDays() {
    assertThat(seen(SignalKind.CART, "cartDays", 5, aHistory().happen(CART, 0, 5))).isTrue();
    assertThat(seen(SignalKind.CART, "cartDays", 5, aHistory().happen(CART, 0, 6))).isFalse();
  }

  @Test
  void soIsAComplaint() {
    assertThat(complained(20)).isTrue();
    assertThat(complained(21)).isFalse();
  }

  private static boolean complained(int daysAgo) {
    var history = aHistory().buys(500).complains(daysAgo, 2, true, NEVER);
    return seen(SignalKind.COMPLAINT, "complaintDays", 20, history);
  }

  @Test
  void aRiskyMomentIsNearForTheFirmsOwnDaysOnBothSides() {
    for (int side : new int[] {1, -1}) {
      assertThat(near(2 * side)).as("two days").isTrue();
      assertThat(near(3 * side)).as("three days").isFalse();
    }
  }

  private static boolean near(int ahead) {
    var moment = Traits.NONE.and(new Traits.Moment(DAY.plusDays(ahead), "End of contract"));
    return seen(SignalKind.RISKY_MOMENT, "momentDays", 2, aHistory().buys(50).with(moment));
  }

  @Test
  void aRhythmIsMadeByTheFirmsOwnNumberOfOrders() {
    assertThat(seen(SignalKind.LATE, "latePurchases", 5, aHistory().buys(140, 110, 80, 50)))
        .isFalse();
    assertThat(seen(SignalKind.LATE, "latePurchases", 5, aHistory().buys(170, 140, 110, 80, 50)))
        .isTrue();
  }

  @Test
  void aQuickRhythmIsLeftAloneForTheFirmsOwnDays() {
    assertThat(seen(SignalKind.LATE, "lateDays", 20, aHistory().buys(37, 31, 25, 19))).isFalse();
    assertThat(seen(SignalKind.LATE, "lateDays", 20, aHistory().buys(38, 32, 26, 20))).isTrue();
  }

  @Test
  void aNormIsMadeByTheFirmsOwnNumberOfVisits() {
    var four = aHistory().pays("100.00", 150, 120, 90, 60).pays("40.00", 30, 5);
    assertThat(seen(SignalKind.VOLUME_DROP, "volumePurchases", 5, four)).isFalse();
    var five = aHistory().pays("100.00", 180, 150, 120, 90, 60).pays("40.00", 30, 5);
    assertThat(seen(SignalKind.VOLUME_DROP, "volumePurchases", 5, five)).isTrue();
  }

  @Test
  void whoDoesNotAnswerIsSeenAfterTheFirmsOwnNumberOfTries() {
    assertThat(seen(SignalKind.UNRESPONSIVE, "unanswered", 2, missed(30))).isFalse();
    assertThat(seen(SignalKind.UNRESPONSIVE, "unanswered", 2, missed(40, 30))).isTrue();
    assertThat(seen(SignalKind.UNRESPONSIVE, "unanswered", 5, missed(60, 50, 40, 30))).isFalse();
    assertThat(seen(SignalKind.UNRESPONSIVE, "unanswered", 5, missed(70, 60, 50, 40, 30))).isTrue();
  }

  private static AHistory missed(int... daysAgo) {
    return aHistory().buys(200).happen(Happening.Kind.MISSED_CALL, 0, daysAgo);
  }

  @Test
  void aLetterMayBeAnsweredForTheFirmsOwnDays() {
    assertThat(unanswered(19)).isFalse();
    assertThat(unanswered(20)).isTrue();
  }

  private static boolean unanswered(int daysAgo) {
    var history = missed(60, 50).happen(Happening.Kind.ASKED_BY_LETTER, 0, daysAgo);
    return seen(SignalKind.UNRESPONSIVE, "answerDays", 20, history);
  }
}
