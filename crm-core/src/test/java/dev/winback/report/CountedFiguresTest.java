package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Lapses;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is counted ahead equals the exact number at any moment (speed.md, row 13): after the night,
 * after what happens in between, and after the next night.
 */
@CoreTest
class CountedFiguresTest {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Lapses lapses;
  @Autowired Figures figures;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void losses() {
    boss = stories.manager();
    for (int i = 1; i <= 8; i++) {
      stories.aCustomer("L-" + i).buyingEvery(100).times(4).silentFor(60 + 20 * i).save();
    }
    nightly.run(clock.today());
  }

  @Test
  void theNightCountsEverythingOnce() {
    assertThat(uncounted()).isZero();
    assertThat(lapses.tally()).isZero();
    assertThat(figures.settle(clock.today())).isZero();
    agree();
    assertThat(figures.start(boss).open()).isEqualTo(7);
  }

  @Test
  void whatHappensInBetweenIsCountedAtOnceAndSettledByTheNextNight() {
    change("stage = 'DECIDED', value_year = value_year + 7", 1);
    change("stage = 'FALSE_ALARM'", 2);
    change("stage = 'RETURNED', returned_on = date '2026-06-01', credit = 'none'", 3);
    change("stage = 'RETURNED', returned_on = date '2026-06-20', credit = 'none'", 4);
    change("currency = 'USD'", 5);
    assertThat(uncounted()).isEqualTo(5);
    agree();
    assertThat(lapses.tally()).isEqualTo(5);
    assertThat(uncounted()).isZero();
    agree();
    change("stage = 'LOST', returned_on = null, credit = null", 3);
    agree();
  }

  @Test
  void whoIsErasedIsNotAmongThoseWhoCameBack() {
    change("stage = 'RETURNED', returned_on = date '2026-06-01', credit = 'none'", 1);
    lapses.tally();
    jdbc.sql(
            "update customer set erased_at = now() where id = (select customer_id from lapse where id = 1)")
        .update();
    assertThat(figures.start(boss).won()).isZero();
    agree();
  }

  /** A purchase of long ago that is told late changes the months before the first night. */
  @Test
  void lateFactsChangeThePastWithTheNextNight() {
    var customer = stories.aCustomer("P-1").neverBought().save();
    stories.purchase(customer, clock.today().minusDays(500), "10");
    stories.purchase(customer, clock.today().minusDays(200), "10");
    assertThat(figures.settle(clock.today())).isEqualTo(3);
    assertThat(figures.settle(clock.today())).isZero();
    agree();
  }

  private void change(String set, long lapse) {
    jdbc.sql("update lapse set " + set + " where id = :id").param("id", lapse).update();
  }

  private long uncounted() {
    return jdbc.sql("select count(*) from lapse where uncounted").query(Long.class).single();
  }

  private void agree() {
    var start = figures.start(boss);
    assertThat(start.months()).isEqualTo(months()).anyMatch(month -> month.losses() > 0);
    assertThat(start.stakes().stream().filter(s -> s.open() + s.won() > 0).toList())
        .isEqualTo(stakes());
  }

  private List<Stake> stakes() {
    return jdbc
        .sql(
            Sql.of(Figures.class, "stakes.sql")
                .replace("/*open*/", ofAll("stakes-open.sql"))
                .replace("/*won*/", ofAll("stakes-won.sql")))
        .param("currency", "EUR")
        .query(Stake.class)
        .list()
        .stream()
        .filter(s -> s.open() + s.won() > 0)
        .toList();
  }

  private static String ofAll(String file) {
    return Sql.of(Figures.class, file).replace("/*visible lost row*/", "true");
  }

  private List<MonthOfMoves> months() {
    var day = figures.start(boss).day();
    return jdbc.sql(
            Sql.of(Figures.class, "moves-by-month.sql")
                .replace("/*moves*/", Sql.of(Figures.class, "moves.sql"))
                .replace("/*history*/", Sql.of(Figures.class, "past-moves.sql"))
                .replace("/*visible customers*/", "select id from customer"))
        .param("zone", clock.getZone().getId())
        .param("day", day)
        .param("from", day.minusMonths(11).withDayOfMonth(1))
        .param("until", day)
        .param("currency", "EUR")
        .query(MonthOfMoves.class)
        .list();
  }
}
