package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The recovery funnel over generated losses: each is counted once more from what it was made of.
 */
@CoreTest
class FunnelTest {

  private static final String[] RESULTS = {"voicemail", "talked", "offer_given", "appointment"};

  @Autowired Stories stories;
  @Autowired Funnels funnels;
  @Autowired FunnelSteps steps;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private final int[] furthest = new int[6];
  private Actor boss;
  private Actor anna;

  @BeforeEach
  void sixtyLosses() {
    boss = stories.manager();
    anna = stories.rep("anna");
    var random = new SplittableRandom(9);
    java.util.Arrays.fill(furthest, 0);
    for (int i = 0; i < 60; i++) {
      int step = random.nextInt(6);
      loss("F-" + i, step, i % 3 == 0);
      furthest[step]++;
    }
    steps.settle(clock.today());
  }

  /** A customer whose loss came so far, with all calls up to there. */
  private void loss(String ref, int step, boolean annas) {
    var story = stories.aCustomer(ref).neverBought();
    long customer = (annas ? story.ownedBy(anna) : story).save().value();
    long lapse =
        jdbc.sql(
                """
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, returned_on, credit)
                values (:c, 1, :stage, :day - 30, 'silent', :day - 120, 500, 'EUR', :back, :credit) returning id
                """)
            .param("c", customer)
            .param("stage", step == 5 ? "RETURNED" : "WORKING")
            .param("day", clock.today())
            .param("back", step == 5 ? clock.today() : null)
            .param("credit", step == 5 ? "none" : null)
            .query(Long.class)
            .single();
    for (int done = 1; done <= Math.min(step, 4); done++) {
      call(customer, lapse, RESULTS[done - 1], done > 1);
    }
  }

  private void call(long customer, long lapse, String result, boolean reached) {
    jdbc.sql(
            """
            with t as (
              insert into task (customer_id, lapse_id, member_id, kind, due_on, state, closed_at)
              values (:c, :l, :m, 'call', :day, 'done', :at) returning id
            ), k as (
              insert into contact (customer_id, source, external_id, contacted_at, channel, direction, reached)
              select :c, 'winback', 't' || id, :at, 'phone', 'out', :reached from t returning id
            )
            insert into call (task_id, lapse_id, customer_id, member_id, result, contact_id, called_at)
            select t.id, :l, :c, :m, :result, k.id, :at from t, k
            """)
        .param("c", customer)
        .param("l", lapse)
        .param("m", anna.member())
        .param("day", clock.today().minusDays(5))
        .param("at", clock.instant().minusSeconds(400_000).atOffset(java.time.ZoneOffset.UTC))
        .param("result", result)
        .param("reached", reached)
        .update();
  }

  @Test
  void everyStepCountsWhoCameAtLeastSoFar() {
    var funnel = funnels.of(filter(null), boss);

    for (int step = 0; step <= 5; step++) {
      int least = step;
      long expected = IntStream.rangeClosed(step, 5).mapToLong(s -> furthest[s]).sum();
      assertThat(funnel.steps().get(step).count()).as("step %s", step).isEqualTo(expected);
      assertThat(funnels.names(filter("" + step), null, 100, boss).items())
          .hasSize((int) expected)
          .allMatch(row -> row.step() >= least);
      assertThat(funnels.count(filter("" + step), boss)).isEqualTo(expected);
    }
    assertThat(funnel.lostYear()).isEqualByComparingTo("30000");
    assertThat(funnel.orderedYear()).isEqualByComparingTo("" + 500 * furthest[5]);
  }

  @Test
  void whoBoughtUntouchedIsSaid() {
    jdbc.sql(
            "update call set undone_at = called_at where lapse_id in (select id from lapse where stage = 'RETURNED')")
        .update();
    steps.settle(clock.today());

    assertThat(funnels.of(filter(null), boss).alone()).isEqualTo(furthest[5]);
    assertThat(funnels.names(filter("alone"), null, 100, boss).items()).hasSize(furthest[5]);
    assertThat(funnels.count(filter("alone"), boss)).isEqualTo(furthest[5]);
  }

  /** A second loss of a customer is a row of its own, and the list says of how many customers. */
  @Test
  void whoWasLostTwiceIsOneCustomerWithTwoLosses() {
    steps.settle(clock.today());
    assertThat(funnels.counted(filter("0"), boss)).isEqualTo(new FunnelCount(60, 60L));
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            select customer_id, 2, 'LOST', opened_on + 20, 'silent', opened_on, 500, 'EUR' from lapse where stage = 'RETURNED'
            """)
        .update();
    steps.settle(clock.today());
    var counted = funnels.counted(filter("0"), boss);
    assertThat(counted).isEqualTo(new FunnelCount(60 + furthest[5], 60L));
    assertThat(counted.repeated()).isTrue();
    assertThat(funnels.names(filter("0"), null, 100, boss).items())
        .hasSize((int) counted.losses())
        .doesNotHaveDuplicates();
  }

  /** The page and its names wait for the night alike; the same night again writes nothing. */
  @Test
  void whatCameSinceTheNightCountsFromTheNextOneOn() {
    loss("F-new", 4, false);
    var before = funnels.of(filter(null), boss);
    assertThat(before.lost()).isEqualTo(60);
    assertThat(funnels.names(filter("0"), null, 100, boss).items()).hasSize(60);
    assertThat(steps.settle(clock.today())).isPositive();
    assertThat(funnels.of(filter(null), boss).agreed()).isEqualTo(before.agreed() + 1);
    assertThat(funnels.names(filter("0"), null, 100, boss).items()).hasSize(61);
    assertThat(steps.settle(clock.today())).isZero();
  }

  @Test
  void whoIsErasedIsNamedNoMore() {
    jdbc.sql("update customer set erased_at = now() where ref = 'F-7'").update();
    assertThat(funnels.names(filter("0"), null, 100, boss).items()).hasSize(59);
    steps.settle(clock.today());
    assertThat(funnels.of(filter(null), boss).lost()).isEqualTo(59);
  }

  @Test
  void aRepSeesHisOwn() {
    assertThat(funnels.of(filter(null), anna).lost()).isEqualTo(20);
  }

  @Test
  void aLossOutsideThePeriodDoesNotCount() {
    var noticed = clock.today().minusDays(30);
    assertThat(funnels.of(new FunnelFilter("" + noticed, "" + noticed, null, null), boss).lost())
        .isEqualTo(60);
    assertThat(
            funnels.of(new FunnelFilter("" + noticed.plusDays(1), null, null, null), boss).lost())
        .isZero();
    assertThat(
            funnels.of(new FunnelFilter(null, "" + noticed.minusDays(1), null, null), boss).lost())
        .isZero();
  }

  @Test
  void whatIsNoStepNoClassAndNoDayIsRefused() {
    assertThatThrownBy(() -> funnels.count(filter("6"), boss)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> funnels.of(new FunnelFilter(null, null, "D", null), boss))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> funnels.of(new FunnelFilter("soon", null, null, null), boss))
        .isInstanceOf(Refused.class);
  }

  private static FunnelFilter filter(String step) {
    return new FunnelFilter(null, null, null, step);
  }
}
