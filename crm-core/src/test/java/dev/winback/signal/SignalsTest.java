package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;

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
  @Autowired LimitsForm form;

  private Limits from(int days) {
    return form.read(Limits.DEFAULT, Map.of("classes", List.of(days, 180, 360)));
  }

  @Test
  void aSimulationWithTheSameLimitsChangesNothing() {
    stories.aCustomer().silentFor(100).save();
    signals.foldAll(DAY);
    assertThat(signals.simulate(Limits.DEFAULT, DAY)).isEqualTo(new Simulation(0, 0, List.of()));
  }

  @Test
  void otherLimitsSayWhoJoinsAndWhoLeavesAndWriteNothing() {
    stories.aCustomer().silentFor(70).amount("250.00").save();
    stories.aCustomer().silentFor(100).save();
    signals.foldAll(DAY);
    var before = jdbc.sql("select * from signal").query().listOfRows();
    var more = signals.simulate(from(60), DAY);
    assertThat(more.added()).isEqualTo(1);
    assertThat(more.removed()).isZero();
    assertThat(more.money()).containsExactly(Money.of("250.00", "EUR"));
    var fewer = signals.simulate(from(120), DAY);
    assertThat(fewer.removed()).isEqualTo(1);
    assertThat(fewer.money()).containsExactly(Money.of("-100.00", "EUR"));
    assertThat(jdbc.sql("select * from signal").query().listOfRows()).isEqualTo(before);
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
    assertThat(signals.foldAll(DAY)).isEqualTo(2);
    assertThat(signals.foldAll(DAY)).isZero();
    jdbc.sql("update purchase set status = 'refunded'").update();
    assertThat(signals.foldAll(DAY)).isEqualTo(2);
    assertThat(jdbc.sql("select count(*) from customer_value").query(Long.class).single()).isZero();
  }

  @Test
  void aPurchaseOfTomorrowIsNotKnownTonight() {
    var customer = stories.aCustomer().silentFor(100).save();
    stories.purchase(customer, DAY.plusDays(1), "10.00");
    signals.foldAll(DAY);
    assertThat(signals.of(customer)).hasSize(1);
  }
}
