package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a night's fit says of firms of all sorts, and where the chances come from then. */
class RefitTest {

  private static final LocalDate DAY = SimulatedFirm.END;
  private static final Cnbd TRUTH = new Cnbd(DropOut.AFTER_EVERY, 2, 1, 3, 0.6, 3);

  private static Fitted fitted(List<PurchaseDays> customers) {
    return fitted(customers, DAY);
  }

  private static Fitted fitted(List<PurchaseDays> customers, LocalDate day) {
    return Refit.of(day, customers.stream().map(c -> new Sampled(null, c)).toList(), 1);
  }

  private static PurchaseDays buying(int... daysAgo) {
    var days = new PurchaseDays("EUR");
    for (int ago : daysAgo) {
      days.bought(DAY.minusDays(ago), BigDecimal.TEN, "EUR");
    }
    return days;
  }

  @Test
  void aFirmThatBuysAsTheModelSaysIsTrustedAndCalibrated() {
    var fitted = fitted(SimulatedFirm.of(1_500, TRUTH, 11));
    assertThat(fitted.state()).isEqualTo(ModelState.TRUSTED);
    assertThat(fitted.doubts()).isEmpty();
    assertThat(fitted.parts().timing().k()).isEqualTo(2);
    assertThat(fitted.parts().ranking().k()).isEqualTo(1);
    assertThat(fitted.parts().chance().source()).isEqualTo(ChanceSource.CALIBRATED);
    assertThat(fitted.parts().spend()).isNotNull();
    assertThat(fitted.parts().firstGaps()).isNotNull();
    var all = fitted.backTest().all();
    assertThat(all.loss()).isLessThan(all.lossOfConstant());
    assertThat(all.auc()).isGreaterThan(0.7);
  }

  /** Each group of customers comes about as often as it was promised. */
  @Test
  void promisesAreKept() {
    var fitted = fitted(SimulatedFirm.of(6_000, TRUTH, 12));
    assertThat(fitted.backTest().bins())
        .hasSize(10)
        .allSatisfy(bin -> assertThat(bin.came()).isCloseTo(bin.promised(), within(0.06)));
  }

  @ParameterizedTest
  @CsvSource({"29, TOO_LITTLE", "30, UNRELIABLE"})
  void belowThirtyCustomersWithARepeatThereIsNoModel(int repeaters, ModelState state) {
    var customers = new ArrayList<PurchaseDays>();
    for (int i = 0; i < repeaters; i++) {
      customers.add(buying(80 + i % 9, 40 - i % 7));
    }
    IntStream.range(0, 40).forEach(i -> customers.add(buying(60 + i)));
    var fitted = fitted(customers);
    assertThat(fitted.state()).isEqualTo(state);
    assertThat(fitted.repeaters()).isEqualTo(repeaters);
    assertThat(fitted.customers()).isEqualTo(repeaters + 40);
    assertThat(fitted.parts() == null).isEqualTo(state == ModelState.TOO_LITTLE);
  }

  /** Younger than two times 13 weeks: the bare model, and said to be untested. */
  @Test
  void aYoungFirmCannotBeTested() {
    var customers = IntStream.range(0, 60).mapToObj(i -> buying(70 + i % 9, 30 + i % 20)).toList();
    var fitted = fitted(customers);
    assertThat(fitted.doubts()).contains(Doubt.NOT_TESTED);
    assertThat(fitted.backTest()).isNull();
    assertThat(fitted.parts().chance().source()).isEqualTo(ChanceSource.MODEL);
  }

  /** Everybody buys once a year, in the last five weeks before the day, for three years. */
  @Test
  void aSeasonalPeakIsNoticedAndLastYearsSeasonAsked() {
    var fitted = fitted(seasonal(3));
    assertThat(fitted.state()).isEqualTo(ModelState.UNRELIABLE);
    assertThat(fitted.doubts()).contains(Doubt.SEASON);
    assertThat(fitted.parts().chance().source()).isEqualTo(ChanceSource.LAST_YEAR);
    assertThat(fitted.parts().chance().calibration().withModel()).isFalse();
  }

  /** A year ago nobody had been known for half a year. */
  @Test
  void whoWasNewAYearAgoSaysNothingOfTodaysCustomers() {
    var late = new ArrayList<PurchaseDays>();
    for (int i = 0; i < 300; i++) {
      late.add(buying(500 - i % 30, 480 - i % 30, 370 - i % 15, 20 - i % 15));
    }
    var fitted = fitted(late);
    assertThat(fitted.doubts()).contains(Doubt.SEASON);
    assertThat(fitted.parts().chance().source()).isEqualTo(ChanceSource.BASE_RATE);
  }

  /** With one season known there is no last year: the base rate, the same for everybody. */
  @Test
  void withoutALastYearTheBaseRateIsAllThatCanBeSaid() {
    var customers = new ArrayList<PurchaseDays>();
    for (int i = 0; i < 100; i++) {
      customers.add(buying(300 - i % 30, 280 - i % 30, i % 3 == 0 ? 20 : 250 - i % 30));
    }
    var fitted = fitted(customers);
    assertThat(fitted.doubts()).contains(Doubt.SEASON);
    var chance = fitted.parts().chance();
    assertThat(chance.source()).isEqualTo(ChanceSource.BASE_RATE);
    var model = new BuyingModel(fitted);
    assertThat(model.active(customers.get(0).until(DAY))).isCloseTo(0.34, within(1e-9));
    assertThat(model.active(customers.get(1).until(DAY))).isCloseTo(0.34, within(1e-9));
  }

  private static List<PurchaseDays> seasonal(int years) {
    var customers = new ArrayList<PurchaseDays>();
    for (int i = 0; i < 300; i++) {
      var days = new ArrayList<Integer>();
      for (int year = years; year > 0; year--) {
        days.add(year * 364 - 330 - i % 30);
        days.add(year * 364 - 345 - i % 15);
      }
      customers.add(buying(days.stream().sorted((a, b) -> b - a).mapToInt(d -> d).toArray()));
    }
    return customers;
  }

  /** CDNOW's last night: trusted, and the log-loss of the constant is beaten by a quarter. */
  @Test
  void cdnowIsTrusted() {
    var fitted = fitted(Cdnow.sample(), Cdnow.END);
    assertThat(fitted.state()).isEqualTo(ModelState.TRUSTED);
    var all = fitted.backTest().all();
    assertThat(all.loss()).isLessThan(0.8 * all.lossOfConstant());
    assertThat(all.auc()).isGreaterThan(0.8).isGreaterThanOrEqualTo(all.aucOfModel() - 0.005);
    var silent = fitted.backTest().silent();
    assertThat(silent.loss()).isLessThan(silent.lossOfConstant());
  }

  @Test
  void theSameFactsGiveTheSameFit() {
    var customers = SimulatedFirm.of(400, TRUTH, 13);
    assertThat(fitted(customers)).isEqualTo(fitted(customers));
  }
}
