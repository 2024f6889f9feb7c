package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.purchase.Refund;
import dev.winback.purchase.Refunds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * rules.md, "late correction": what a loss costs and whether he is late or lost follow the
 * purchases that a night did not know yet (DET-21, DEC-09, I9).
 */
class LateGroundTest extends LapseStories {

  @Autowired Purchases purchases;
  @Autowired Refunds refunds;

  private CustomerId lost;

  @BeforeEach
  void oneIsLost() {
    lost = stories.aCustomer("LOST").neverBought().save();
    bought("P1", 400, "100.00", "EUR", Purchase.Status.PAID);
    bought("P2", 300, "900.00", "EUR", Purchase.Status.PAID);
    bought("P3", 200, "200.00", "EUR", Purchase.Status.PAID);
    nightly.run(today);
    passDays(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCorrectedAmountChangesWhatTheLossCosts(boolean night) {
    costs("1200.00");
    bought("P2", 300, "90.00", "EUR", Purchase.Status.PAID);
    costs("390.00");
    if (night) {
      night();
      costs("390.00");
    }
    refunded("P1", "40.00");
    costs("350.00");
  }

  @Test
  void theFirmsOwnCurrencyCountsAsSoonAsHePaidInIt() {
    bought("P1", 400, "100.00", "USD", Purchase.Status.PAID);
    bought("P2", 300, "900.00", "USD", Purchase.Status.PAID);
    bought("P3", 200, "200.00", "USD", Purchase.Status.PAID);
    assertThat(field(lost, "currency")).isEqualTo("USD");
    bought("P0", 430, "50.00", "EUR", Purchase.Status.PAID);
    assertThat(field(lost, "currency")).isEqualTo("EUR");
    costs("50.00");
  }

  @Test
  void whoCameBackKeepsWhatHisLossWouldHaveCost() {
    bought("BACK", 0, "5000.00", "EUR", Purchase.Status.PAID);
    assertThat(stages(lost)).containsExactly("RETURNED");
    costs("1200.00");
    bought("P2", 300, "90.00", "EUR", Purchase.Status.PAID);
    costs("390.00");
  }

  @Test
  void aRefusedOneFollowsItsFactsToo() {
    lapses.close(lapse(lost), Stage.REFUSED, "price", manager);
    bought("P2", 300, "90.00", "EUR", Purchase.Status.PAID);
    costs("390.00");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aPurchaseThatIsToldLateMakesWhoWasLostLateAgain(boolean night) {
    assertThat(stages(lost)).containsExactly("LOST");
    bought("P4", 120, "10.00", "EUR", Purchase.Status.PAID);
    assertThat(stages(lost)).containsExactly("LATE");
    assertThat(field(lost, "lost_on")).isNull();
    if (night) {
      night();
      assertThat(stages(lost)).containsExactly("LATE");
    }
    bought("P4", 120, "10.00", "EUR", Purchase.Status.CANCELLED);
    assertThat(stages(lost)).containsExactly("LOST");
    assertThat(day(lost, "lost_on")).as("the night that found him").isEqualTo(FIRST);
  }

  @Test
  void whatWasDecidedStaysDecided() {
    decisions.decide(lapse(lost), Decision.RETURN, "", null, manager);
    bought("P4", 120, "10.00", "EUR", Purchase.Status.PAID);
    assertThat(stages(lost)).containsExactly("DECIDED");
    assertThat(field(lost, "lost_on")).isNull();
  }

  private void costs(String year) {
    assertThat(field(lost, "value_year")).isEqualTo(new BigDecimal(year));
  }

  private void bought(
      String id, int daysAgo, String amount, String currency, Purchase.Status status) {
    purchases.record(
        List.of(
            new Purchase(
                0,
                "LOST",
                "shop",
                id,
                noon(FIRST.minusDays(daysAgo)),
                new BigDecimal(amount),
                currency,
                null,
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(Purchase.Field.CURRENCY, Purchase.Field.STATUS))));
  }

  private static final LocalDate FIRST = dev.winback.testing.MovableClock.START;

  private void refunded(String purchase, String amount) {
    refunds.record(
        List.of(
            new Refund(
                0,
                "LOST",
                "shop",
                "R",
                noon(FIRST.minusDays(1)),
                new BigDecimal(amount),
                null,
                purchase,
                null,
                null,
                0b111)));
  }
}
