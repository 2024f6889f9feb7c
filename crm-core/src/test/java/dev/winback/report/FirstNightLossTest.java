package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MEA-01, decision 998: the night that finds the first losses finds those of years. */
@CoreTest
class FirstNightLossTest {

  private static final LocalDate START = MovableClock.START;
  private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired Figures figures;
  @Autowired Moves moves;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;

  @BeforeEach
  void start() {
    boss = stories.manager();
  }

  /**
   * Silent for 120 days, lost by his rhythm long ago: no loss of the week in which we first looked.
   */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTheFirstNightFindsIsLostOnTheDayOnWhichItsLimitWasFull(boolean emptyNight) {
    if (emptyNight) {
      night(-1);
    }
    stories.aCustomer("N-1").buyingEvery(13).times(12).silentFor(120).save();
    night(0);
    night(1);
    var found = jdbc.sql("select min(lost_from) from signal").query(LocalDate.class).single();
    assertThat(found).isBefore(START.minusDays(60));
    assertThat(jdbc.sql("select lost_day from lapse").query(LocalDate.class).single())
        .isEqualTo(found);
    assertThat(losses()).isOne();
    assertThat(moves.count(Period.of("loss", found, found), boss)).isOne();
    assertThat(figures.start(boss).week().losses()).isZero();
    falseAlarm();
    night(2);
    assertThat(losses()).as("somebody said that it was none").isZero();
  }

  @Test
  void whoSaidByDayThatItIsOverMakesTheFirstNightThatFindsLossesNoLaterOne() {
    night(-1);
    stories.aCustomer("E-1").silentFor(3).save();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_on, value_year, currency)
            select id, 1, 'LOST', :day, 'ended', :day, :day, 100, 'EUR' from customer
            """)
        .param("day", START.minusDays(1))
        .update();
    stories.aCustomer("N-1").buyingEvery(13).times(12).silentFor(120).save();
    night(0);
    assertThat(
            jdbc.sql("select lost_day from lapse where opened_by <> 'ended'")
                .query(LocalDate.class)
                .single())
        .isBefore(START.minusDays(60));
  }

  /** As a person's decision leaves it: closed, and silence means nothing for a year. */
  private void falseAlarm() {
    jdbc.sql(
            """
            insert into own_limit (customer_id, silence, why, lapse_id, member_id, at)
            select customer_id, 365, 'He is abroad', id, :boss, now() from lapse
            """)
        .param("boss", boss.member())
        .update();
    jdbc.sql("update lapse set stage = 'FALSE_ALARM', closed_on = :day, closed_by = :boss")
        .param("day", clock.today())
        .param("boss", boss.member())
        .update();
  }

  /** While the first night was run again the start page fell back to other figures. */
  @Test
  void theFirstNightStaysTheFirstWhileItIsRunAgain() {
    stories.aCustomer("L-1").silentFor(200).save();
    night(0);
    var before = figures.start(boss);
    jdbc.sql("update night set state = 'running'").update();
    assertThat(figures.start(boss)).isEqualTo(before);
    assertThat(jdbc.sql("select day from first_night").query(LocalDate.class).single())
        .isEqualTo(clock.today());
  }

  private void night(int after) {
    clock.setDay(START.plusDays(after));
    nightly.run(clock.today());
  }

  private long losses() {
    return moves.count(Period.of("loss", BEGINNING, figures.day()), boss);
  }
}
