package dev.winback.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.shared.BusinessClock;
import dev.winback.signal.Profiles;
import dev.winback.signal.Signal;
import dev.winback.signal.SignalKind;
import dev.winback.signal.Signals;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * DET-08 with a model in force: late is who is silent for longer than all but a tenth of such
 * customers, exactly from the day that science.md (6) says.
 */
@CoreTest
class LateByModelTest {

  private static final LocalDate DAY = SimulatedFirm.END;
  private static final Cnbd TRUTH = new Cnbd(DropOut.AFTER_EVERY, 1, 1, 3, 0.6, 3);

  @Autowired Values values;
  @Autowired Signals signals;
  @Autowired Purchases purchases;
  @Autowired Profiles limits;
  @Autowired Stories stories;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  private List<SimulatedFirm.Customer> firm;
  private double lostShare = 0.05;

  @BeforeEach
  void aFirmWithAModel() {
    firm = SimulatedFirm.customers(400, TRUTH, 21);
    var batch = new ArrayList<Purchase>();
    for (int i = 0; i < firm.size(); i++) {
      for (var p : firm.get(i).purchases()) {
        var at = p.day().atTime(12, 0).atZone(clock.getZone()).toInstant();
        batch.add(Purchase.paid("C-" + i, "test", "p" + batch.size(), at, p.amount(), "EUR"));
      }
    }
    purchases.record(batch);
    values.refit(DAY);
    signals.foldAll(DAY);
  }

  private Optional<Signal> late(int customer) {
    var id =
        jdbc.sql("select id from customer where ref = :ref")
            .param("ref", "C-" + customer)
            .query(Long.class)
            .single();
    return signals.of(new CustomerId(id)).stream()
        .filter(signal -> signal.kind() == SignalKind.LATE)
        .findFirst();
  }

  /** The orders of one day are one: a rhythm that is not his own yet opens no lapse. */
  @Test
  void severalOrdersOfOneDayAreNoRhythmOfHisOwn() {
    var at = DAY.minusDays(900).atTime(12, 0).atZone(clock.getZone()).toInstant();
    var batch = new ArrayList<Purchase>();
    for (int i = 0; i < 3; i++) {
      batch.add(Purchase.paid("C-9999", "test", "same" + i, at, new BigDecimal("10"), "EUR"));
    }
    purchases.record(batch);
    signals.foldAll(DAY);
    assertThat(late(9999)).hasValueSatisfying(signal -> assertThat(signal.weak()).isTrue());
  }

  /** Neither do many orders of two days; the sentence says days, so that its figures agree. */
  @Test
  void manyOrdersOnTwoDaysAreNoRhythmOfHisOwn() {
    var batch = new ArrayList<Purchase>();
    for (int i = 0; i < 6; i++) {
      var at = DAY.minusDays(900 + i % 2).atTime(12, 0).atZone(clock.getZone()).toInstant();
      batch.add(Purchase.paid("C-9998", "test", "two" + i, at, new BigDecimal("10"), "EUR"));
    }
    purchases.record(batch);
    signals.foldAll(DAY);
    var signal = late(9998).orElseThrow();
    assertThat(signal.weak()).isTrue();
    assertThat(signal.sentence().figures().get(0)).isEqualTo(new BigDecimal("2"));
  }

  @Test
  void everyoneIsLateFromTheDayThatTheModelSaysAndNoOther() {
    var model = values.inForce().orElseThrow();
    assertThat(model.state()).isEqualTo(ModelState.TRUSTED);
    int seen = 0;
    for (int i = 0; i < firm.size(); i++) {
      var days = firm.get(i).days().until(DAY);
      int limit = model.lateDays(days.repeats(), days.recency(), 0.10);
      long silent = Math.round(days.silence() * Buying.WEEK);
      boolean expected = silent >= Math.max(14, limit);
      assertThat(late(i).isPresent())
          .as("customer %d silent %d of %d", i, silent, limit)
          .isEqualTo(expected);
      seen += expected ? 1 : 0;
    }
    assertThat(seen).isBetween(20, firm.size() - 20);
  }

  /**
   * Decision 112: lost is the later of the day when all but a twentieth would have ordered and of
   * so many of his own mean gaps. With three the model is mostly later, with eight it seldom is.
   */
  @Test
  void lostIsWhomNeitherTheModelNorThreeOfHisGapsExpectAnyMore() {
    assertThat(lostByModel(3)).as("by the model").isGreaterThan(20);
    limits.change("", Map.of("lostTimes", "8"), stories.manager());
    signals.foldAll(DAY);
    assertThat(lostByModel(8)).as("by the model").isLessThan(lostByGaps(8));
  }

  /** A firm that gives up earlier, or later, goes by its own share to the day. */
  @Test
  void theShareOfLossIsTheFirmsOwn() {
    for (var own : List.of("0.08", "0.02")) {
      lostShare = Double.parseDouble(own);
      limits.change("", Map.of("lostShare", own), stories.manager());
      signals.foldAll(DAY);
      assertThat(lostByModel(3)).as(own).isGreaterThan(20);
    }
  }

  private long lostByModel(int times) {
    return lost(times).filter(later -> later).count();
  }

  private long lostByGaps(int times) {
    return lost(times).filter(later -> !later).count();
  }

  /** Of each whose loss is in sight, whether the day of the model is the later one. */
  private Stream<Boolean> lost(int times) {
    return IntStream.range(0, firm.size())
        .filter(i -> lostFrom(i) != null && firm.get(i).days().until(DAY).repeats() >= 2)
        .mapToObj(i -> lostByModel(i, times));
  }

  private boolean lostByModel(int customer, int times) {
    var days = firm.get(customer).days().until(DAY);
    int limit = values.inForce().orElseThrow().lateDays(days.repeats(), days.recency(), lostShare);
    long span = Math.round(days.recency() * Buying.WEEK);
    long gaps = (times * span + days.repeats() - 1) / days.repeats();
    long silent = Math.round(days.silence() * Buying.WEEK);
    assertThat(lostFrom(customer))
        .as("customer %d: %d days by the model, %d by his gaps", customer, limit, gaps)
        .isEqualTo(DAY.minusDays(silent).plusDays(Math.max(limit, gaps)));
    return limit > gaps;
  }

  private @Nullable LocalDate lostFrom(int customer) {
    return jdbc.sql(
            "select lost_from from signal s join customer c on c.id = s.customer_id where s.kind = 'late' and c.ref = :ref")
        .param("ref", "C-" + customer)
        .query((row, n) -> row.getObject(1, LocalDate.class))
        .optional()
        .orElse(null);
  }

  @Test
  void whoBoughtOnceHasTheRhythmOfHisKindAndOpensNoLapseByIt() {
    int once = 0;
    while (firm.get(once).purchases().size() > 1 || late(once).isEmpty()) {
      once++;
    }
    var signal = late(once).orElseThrow();
    assertThat(signal.evidence()).containsEntry("basis", "kind").containsEntry("purchases", 1);
    assertThat(signal.sentence().key()).isEqualTo("signal.late.kind");
    assertThat(signal.weak()).isTrue();
  }

  @Test
  void theFigureSaysOnWhatItRests() {
    int often = 0;
    while (firm.get(often).purchases().size() < 4 || late(often).isEmpty()) {
      often++;
    }
    var signal = late(often).orElseThrow();
    assertThat(signal.evidence()).containsEntry("basis", "model").containsKeys("limit", "times");
    assertThat(signal.weak()).isFalse();
  }

  /** The limit stands beside the share by which it was set, and never beside another one. */
  @Test
  void theSentenceSaysTheShareOfItsLimit() {
    int often = 0;
    while (firm.get(often).purchases().size() < 4 || late(often).isEmpty()) {
      often++;
    }
    var usual = late(often).orElseThrow();
    assertThat(usual.evidence()).containsEntry("share", 90);
    assertThat(usual.sentence().figures()).last().isEqualTo(new BigDecimal("90"));
    limits.change("", Map.of("lateShare", "0.25"), stories.manager());
    signals.foldAll(DAY);
    var sooner = late(often).orElseThrow();
    assertThat(sooner.evidence()).containsEntry("share", 75);
    var days = firm.get(often).days().until(DAY);
    assertThat(sooner.evidence())
        .containsEntry(
            "limit", values.inForce().orElseThrow().lateDays(days.repeats(), days.recency(), 0.25));
  }

  @Test
  void withTooLittleHistoryTheOwnGapDecides() {
    jdbc.sql("update buying_model set state = 'TOO_LITTLE', parameters = null").update();
    signals.foldAll(DAY);
    for (int i = 0; i < firm.size(); i++) {
      late(i).ifPresent(s -> assertThat(s.evidence()).containsEntry("basis", "own-gap"));
    }
  }
}
