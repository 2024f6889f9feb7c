package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Money;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The callers of the fold agree: night, arriving fact, simulation (speed.md, row 3). */
@CoreTest
class SignalsTest {

  private static final LocalDate DAY = MovableClock.START;

  @Autowired Signals signals;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired Simulations simulations;

  private Simulation.Result with(String classes) {
    return simulations.run("", Map.of("classes", classes), stories.manager()).result();
  }

  @Test
  void aSimulationWithTheSameLimitsChangesNothing() {
    stories.aCustomer().silentFor(100).save();
    signals.foldAll(DAY);
    assertThat(with("90,180,360"))
        .isEqualTo(
            new Simulation.Result(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void otherLimitsSayWhoJoinsAndWhoLeavesAndWriteNothing() {
    var joins = stories.aCustomer().silentFor(70).amount("250.00").save();
    var leaves = stories.aCustomer().silentFor(100).save();
    signals.foldAll(DAY);
    var before = jdbc.sql("select * from signal").query().listOfRows();
    var more = with("60,180,360");
    assertThat(more.added()).extracting(Simulation.Change::customer).containsExactly(joins.value());
    assertThat(more.removed()).isEmpty();
    assertThat(more.money()).containsExactly(Money.of("250.00", "EUR"));
    var fewer = with("120,180,360");
    assertThat(fewer.removed())
        .extracting(Simulation.Change::customer)
        .containsExactly(leaves.value());
    assertThat(fewer.money()).containsExactly(Money.of("-100.00", "EUR"));
    assertThat(jdbc.sql("select * from signal").query().listOfRows()).isEqualTo(before);
    assertThat(jdbc.sql("select count(*) from limits_change").query(Long.class).single()).isZero();
  }

  @Test
  void aSignThatMeansNoLossIsComparedTooKindByKindWithNames() {
    var less = stories.aCustomer("LESS").buyingEvery(30).times(6).silentFor(60).save();
    stories.purchase(less, DAY.minusDays(30), "60.00");
    stories.purchase(less, DAY.minusDays(1), "60.00");
    var asks = stories.aCustomer("ASKS").neverBought().save();
    asks(asks, 3);
    signals.foldAll(DAY);
    var more = tried("volumeShare", "66");
    assertThat(more.nothing()).isTrue();
    assertThat(more.signs()).extracting(Simulation.Sign::code).containsExactly("volume-drop.more");
    assertThat(more.of("volume-drop.more"))
        .extracting(Simulation.Change::customer)
        .containsExactly(less.value());
    var off = tried("off", "requests-without-purchase");
    assertThat(off.signs())
        .containsExactly(
            new Simulation.Sign(
                SignalKind.REQUESTS_WITHOUT_PURCHASE,
                false,
                1,
                List.of(new Simulation.Change(asks.value(), Money.of("0", "EUR")))));
    jdbc.sql("update customer set status = 'deceased'").update();
    assertThat(tried("volumeShare", "66").signs()).isEmpty();
    assertThat(tried("off", "requests-without-purchase").signs()).isEmpty();
  }

  private void asks(CustomerId customer, int times) {
    jdbc.sql(
            """
            insert into request (customer_id, source, external_id, requested_at)
            select :customer, 'story', 'r' || d, :day::timestamptz - d * interval '1 day' from generate_series(1, :times) d
            """)
        .param("customer", customer.value())
        .param("day", DAY)
        .param("times", times)
        .update();
  }

  private Simulation.Result tried(String field, String value) {
    return simulations.run("", Map.of(field, value), stories.manager()).result();
  }

  @Test
  void ofManyWhoWouldShowASignTheDearestAreKeptAndAllAreCounted() {
    var kept = new Dearest(2);
    for (int euros = 1; euros < 10; euros++) {
      kept.add(new Simulation.Change(euros, Money.of(euros * 7 % 10 + ".00", "EUR")));
    }
    assertThat(kept.count()).isEqualTo(9);
    assertThat(kept.all())
        .extracting(change -> change.money().amount().intValue())
        .containsExactly(9, 8);
  }

  @Test
  void aSignalSpeaksAsOfTheLastNight() {
    var customer = stories.aCustomer().silentFor(121).save();
    signals.foldAll(DAY);
    var signal = signals.of(customer).get(0);
    assertThat(signal.sentence().key()).isEqualTo("signal.silent");
    assertThat(signal.since()).isEqualTo(DAY.minusDays(31));
    assertThat(signal.evidence()).containsEntry("days", 121L).containsEntry("class", 90);
  }

  @Test
  void theLastPurchaseGoneTakesValueAndSignalsAway() {
    stories.aCustomer().silentFor(121).save();
    assertThat(signals.foldAll(DAY)).isGreaterThan(2);
    assertThat(signals.foldAll(DAY)).isZero();
    jdbc.sql("update purchase set status = 'refunded'").update();
    assertThat(signals.foldAll(DAY)).isGreaterThan(2);
    assertThat(jdbc.sql("select count(*) from signal").query(Long.class).single()).isZero();
    assertThat(jdbc.sql("select count(*) from customer_value").query(Long.class).single()).isZero();
  }

  @Test
  void aPurchaseOfTomorrowIsNotKnownTonight() {
    var customer = stories.aCustomer().silentFor(100).save();
    stories.purchase(customer, DAY.plusDays(1), "10.00");
    signals.foldAll(DAY);
    assertThat(signals.of(customer)).hasSize(1);
  }

  /** No loss is opened of who died or was erased, so none would join or leave. */
  @Test
  void whoIsGoneNeitherJoinsNorLeavesASimulation() {
    stories.aCustomer("HERE").silentFor(50).save();
    stories.aCustomer("DEAD").silentFor(50).save();
    stories.aCustomer("ERASED").silentFor(95).save();
    jdbc.sql("update customer set status = 'deceased' where ref = 'DEAD'").update();
    jdbc.sql("update customer set erased_at = now() where ref = 'ERASED'").update();
    signals.foldAll(DAY);
    assertThat(with("45,180,360").added()).hasSize(1);
    assertThat(with("100,180,360").removed()).isEmpty();
  }
}
