package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.winback.value.Buying.Spend;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** DEC-10, DEC-15: what a customer is worth, and what his return is (science.md (9)). */
class WorthTest {

  private static final Cnbd MODEL =
      new Cnbd(DropOut.AFTER_EVERY, 1, 0.6371, 7.3103, 0.8075, 1.2284);
  private static final GammaGamma MONEY = new GammaGamma(6.2754, 3.6245, 14.9837);

  private static BuyingModel model() {
    var spend = new SpendModel(MONEY, -1, 100, 0.1, null);
    var percents = IntStream.rangeClosed(1, 99).boxed().toList();
    var gaps = new FirstGaps(new FirstGap(1_000, 500, 0.5, percents), Map.of());
    var chance = new Chance(ChanceSource.MODEL, null, 0);
    var parts = new Fitted.Parts(MODEL, MODEL, -1, 6, spend, gaps, chance);
    return new BuyingModel(
        new Fitted(
            LocalDate.of(2026, 6, 1), ModelState.TRUSTED, List.of(), 1_000, 500, 1, parts, null));
  }

  @Test
  void purchasesToComeAreDiscountedMonthByMonth() {
    var customer = new Buying(4, 30, 40, 0, new Spend(4, 50, 20));
    double sum = 0;
    for (int month = 1; month <= 24; month++) {
      double more =
          MODEL.expected(customer, 4.345 * month) - MODEL.expected(customer, 4.345 * (month - 1));
      sum += more / Math.pow(1.01, month);
    }
    double expected = 0.4 * MONEY.expected(customer.spend()) * sum;
    assertThat(model().lifetimeValue(customer, ValueTerms.DEFAULT.margin(0.4)).getAsDouble())
        .isCloseTo(expected, within(expected * 1e-9));
    // without discount over 52 weeks it is the expected number times the spend
    double year =
        model().lifetimeValue(customer, new ValueTerms(12, 0, 1)).getAsDouble()
            / MONEY.expected(customer.spend());
    assertThat(year).isCloseTo(MODEL.expected(customer, 52.14), within(1e-9));
  }

  /** The one who has just bought is (x + 1, T, T), his purchase counts, and reasons weigh. */
  @Test
  void aReturnIsWorthThePurchaseAndTheSecondLife() {
    var customer = new Buying(4, 30, 80, 0, new Spend(4, 50, 20));
    var back = new Buying(5, 80, 80, 0, customer.spend());
    var terms = ValueTerms.DEFAULT;
    double spend = MONEY.expected(customer.spend());
    double life = model().lifetimeValue(back, terms).getAsDouble();
    var model = model();
    assertThat(model.valueOfReturn(customer, terms, 1).getAsDouble())
        .isCloseTo(spend + life, within(1e-6));
    assertThat(model.valueOfReturn(customer, terms, 1.117).getAsDouble())
        .isCloseTo(1.117 * (spend + life), within(1e-6));
    assertThat(model.valueOfReturn(customer, terms.margin(0.5), 1).getAsDouble())
        .isCloseTo((spend + life) / 2, within(1e-6));
    assertThat(model.valueOfReturn(customer, terms, 1).getAsDouble())
        .isGreaterThan(model.lifetimeValue(customer, terms).getAsDouble());
  }

  @Test
  void returnsAreKeptByWholeWeeks() {
    var model = model();
    var terms = ValueTerms.DEFAULT;
    var one = new Buying(4, 30, 79.8, 0, new Spend(4, 50, 20));
    var other = new Buying(4, 30, 80.3, 0, new Spend(4, 50, 20));
    assertThat(model.valueOfReturn(one, terms, 1)).isEqualTo(model.valueOfReturn(other, terms, 1));
    assertThat(model.valueOfReturn(one, new ValueTerms(12, 0.01, 1), 1))
        .isNotEqualTo(model.valueOfReturn(one, terms, 1));
  }

  /** A first purchase waits for the firm's own first gaps, later ones for the model. */
  @Test
  void lateDaysOfFirstAndLaterPurchases() {
    var model = model();
    assertThat(model.lateDays(0, 0, BuyingModel.LATE)).isEqualTo(90);
    assertThat(model.lateDays(0, 0, BuyingModel.OVERDUE)).isEqualTo(95);
    double weeks = (7.3103 + 20) * (Math.pow(0.10, -1 / (0.6371 + 3)) - 1);
    assertThat(model.lateDays(3, 20, BuyingModel.LATE)).isEqualTo((int) Math.ceil(weeks * 7));
  }

  /** The example of DET-08: quarterly orders, five of them, five months silent. */
  @Test
  void aLateDateIsTheFirstDayOnWhichTheShareHasPassed() {
    var model = model();
    int days = model.lateDays(4, 52, BuyingModel.LATE);
    var atLast = new Buying(4, 52, 52, 0, Spend.NONE);
    double left = 1 - MODEL.active(atLast, days / 7.0) / MODEL.alive(atLast);
    double before = 1 - MODEL.active(atLast, (days - 1) / 7.0) / MODEL.alive(atLast);
    assertThat(left).isLessThanOrEqualTo(0.10);
    assertThat(before).isGreaterThan(0.10);
  }

  @Test
  void whoNeverPaidInTheFirmsCurrencyHasNoValue() {
    var foreign = new Buying(4, 30, 80, 0, Spend.NONE);
    assertThat(model().lifetimeValue(foreign, ValueTerms.DEFAULT)).isEmpty();
    assertThat(model().valueOfReturn(foreign, ValueTerms.DEFAULT, 1)).isEmpty();
  }
}
