package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.experiment.Share;
import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * MEA-06; days.md, Monday 12: what two discounts brought, of the letters of the comparison alone,
 * each when its 60 days are over. The comparison began 100 days ago.
 */
@CoreTest
class SplitOutcomesTest {

  private static final int BEGUN = 100;

  @Autowired RungSplits splits;
  @Autowired LetterOutcomes outcomes;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired JdbcClient jdbc;
  @Autowired BusinessClock clock;
  @Autowired MovableClock time;

  @BeforeEach
  void aComparisonRuns() {
    time.setDay(clock.today());
    splits.begin(1, 5, stories.marketing());
    jdbc.sql("update rung_split set since = since - " + BEGUN).update();
  }

  private void letter(String ref, int percent, int daysAgo, boolean returns) {
    var lapse = stories.silent(ref, 90 + daysAgo);
    var since = clock.instant().minusSeconds(daysAgo * 86_400L).atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, planned_at, sent_at)
            select l.id, l.customer_id, 1, 'SENT', :percent, 1, :since::date, :since, :since from lapse l where l.id = :lapse
            """)
        .param("percent", percent)
        .param("since", since)
        .param("lapse", lapse.value())
        .update();
    if (returns) {
      var at = since.plusDays(10);
      long customer =
          stories.one("select customer_id from lapse where id = " + lapse.value(), Long.class);
      long purchase = people.purchase(new CustomerId(customer), at.toInstant(), "80", null, null);
      jdbc.sql(
              "update lapse set stage = 'RETURNED', returned_on = :day, return_purchase_id = :purchase where id = :id")
          .param("day", at.toLocalDate())
          .param("purchase", purchase)
          .param("id", lapse.value())
          .update();
    }
  }

  private SplitResult result() {
    outcomes.settle(clock.today());
    return splits.results(stories.marketing()).get(1);
  }

  @Test
  void eachHalfCountsItsOwnLettersWhoseSixtyDaysAreOver() {
    letter("A", 5, 90, true);
    letter("B", 5, 90, false);
    letter("C", 5, 61, false);
    letter("D", 10, 90, true);
    letter("E", 10, 70, true);
    letter("EARLY", 10, 59, true);
    assertThat(result().cheaper()).isEqualTo(new Share(1, 3));
    assertThat(result().dearer()).isEqualTo(new Share(2, 2));
  }

  /** On the day on which it begins some have left before: only those of the days after it count. */
  @Test
  void lettersOfBeforeAndOfTheFirstDayAreNoPartOfIt() {
    letter("A", 5, BEGUN - 1, true);
    letter("FIRST-DAY", 10, BEGUN, true);
    letter("BEFORE", 10, BEGUN + 1, true);
    letter("IN", 10, BEGUN - 1, false);
    letter("THIRD", 20, BEGUN - 1, true);
    assertThat(result().cheaper()).isEqualTo(new Share(1, 1));
    assertThat(result().dearer()).isEqualTo(new Share(0, 1));
  }

  @Test
  void whatLeavesAfterItHasEndedIsNoPartOfItEither() {
    letter("A", 5, 90, true);
    letter("B", 10, 90, false);
    letter("LAST-DAY", 10, 80, true);
    letter("AFTER", 10, 70, true);
    jdbc.sql("update rung_split set ended_on = :day")
        .param("day", clock.today().minusDays(80))
        .update();
    assertThat(result().dearer()).isEqualTo(new Share(0, 1));
    assertThat(result().cheaper()).isEqualTo(new Share(1, 1));
  }
}
