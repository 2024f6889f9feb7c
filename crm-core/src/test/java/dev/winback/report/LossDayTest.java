package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.nightly.NightlyRun;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.signal.Profiles;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** MEA-01, DET-07: late is not lost, and the limit of the kind says when it is. */
@CoreTest
class LossDayTest {

  private static final LocalDate START = MovableClock.START;
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
  private static final Map<String, String> SIXTY = Map.of("classes", "30,60,90", "lostClass", "60");

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Profiles profiles;
  @Autowired Figures figures;
  @Autowired Moves moves;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private Actor boss;

  @BeforeEach
  void start() {
    boss = stories.manager();
  }

  /** Bought each February: in August, when his kind would be lost, he is not expected (791). */
  @Test
  void whoIsPatientlyWaitedForIsLostOnTheDayOnWhichThePatienceEnds() {
    stories.aCustomer("SKI").buyingEvery(365).times(4).silentFor(100).save();
    night(0);
    clock.setDay(LocalDate.of(2027, 3, 1));
    nightly.run(clock.today());
    clock.setDay(LocalDate.of(2027, 3, 2));
    nightly.run(clock.today());
    assertThat(jdbc.sql("select lost_day from lapse").query(LocalDate.class).single())
        .isEqualTo("2027-03-01");
  }

  private void night(int after) {
    clock.setDay(START.plusDays(after));
    nightly.run(clock.today());
  }

  private CustomerId once(String ref, int days, String kind) {
    var customer = stories.aCustomer(ref).neverBought().save();
    stories.purchase(customer, START.minusDays(days), "50");
    jdbc.sql("update customer set kind = nullif(:kind, '') where id = :id")
        .param("kind", kind)
        .param("id", customer.value())
        .update();
    return customer;
  }

  private void buys(CustomerId customer, LocalDate day) {
    transaction.executeWithoutResult(
        status -> {
          stories.purchase(customer, day, "50");
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
        });
  }

  /** How many of a kind there were up to now, which the months and the lists say alike. */
  private long ever(String kind) {
    var months = figures.months(START.minusYears(3).withDayOfMonth(1), figures.day(), boss);
    long counted =
        months.stream().mapToLong(m -> kind.equals("loss") ? m.losses() : m.returns()).sum();
    assertThat(moves.count(Period.of(kind, BEGINNING, figures.day()), boss)).isEqualTo(counted);
    return counted;
  }

  @Test
  void whoIsOnlyLateIsNoLossAndNoReturn() {
    var customer = once("L-1", 99, "");
    night(1);
    assertThat(ever("loss")).isZero();
    assertThat(figures.start(boss).week().late()).isOne();
    assertThat(figures.start(boss).late()).isOne();
    buys(customer, START.plusDays(1));
    night(2);
    assertThat(jdbc.sql("select stage from lapse").query(String.class).single())
        .isEqualTo("RETURNED");
    assertThat(ever("return")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"hotel,58,0", "hotel,59,1", "'',178,0", "'',179,1"})
  void theLimitOfTheKindMakesALoss(String kind, int days, int losses) {
    profiles.change("hotel", SIXTY, boss);
    var customer = once("L-1", days, kind);
    night(0);
    night(1);
    assertThat(ever("loss")).isEqualTo(losses);
    buys(customer, START.plusDays(1));
    night(2);
    assertThat(ever("return")).isEqualTo(losses);
  }

  /** A purchase on the day on which the limit is full is in time, in history too. */
  @ParameterizedTest
  @CsvSource({"hotel,60,0", "hotel,61,1", "'',61,0", "'',180,0", "'',181,1"})
  void theLimitOfTheKindMakesALossOfTheTimeBefore(String kind, int gap, int losses) {
    profiles.change("hotel", SIXTY, boss);
    var customer = once("L-1", 20 + gap, kind);
    stories.purchase(customer, START.minusDays(20), "50");
    assertThat(ever("loss")).isEqualTo(losses);
    night(0);
    assertThat(ever("loss")).isEqualTo(losses);
    assertThat(ever("return")).isEqualTo(losses);
  }

  /** What a night has kept of the time before it follows the limit as the lapses do. */
  @Test
  void anotherLimitCountsEachLossOnce() {
    once("L-1", 100, "");
    night(0);
    assertThat(ever("loss")).isZero();
    long change = profiles.change("", SIXTY, boss);
    night(1);
    assertThat(ever("loss")).isOne();
    assertThat(moves.count(Period.of("loss", START.minusDays(40), START.minusDays(40)), boss))
        .isOne();
    profiles.undo(change, boss);
    night(2);
    assertThat(ever("loss")).isOne();
  }

  @Test
  void whoIsLetGoWhileHeIsLateIsLostByThat() {
    once("L-1", 99, "");
    night(1);
    clock.setDay(START.plusDays(2));
    jdbc.sql(
            "update lapse set stage = 'REFUSED', stage_before = 'LATE', closed_on = :day, close_reason = 'final no'")
        .param("day", clock.today())
        .update();
    assertThat(ever("loss")).as("as of the last night").isZero();
    night(3);
    assertThat(ever("loss")).isOne();
  }

  @Test
  void whoIsLateAgainAfterWeWonHimBackIsLostByThat() {
    once("L-1", 99, "");
    night(1);
    jdbc.sql("update lapse set stage = 'TWICE_LOST'").update();
    assertThat(ever("loss")).isOne();
  }
}
