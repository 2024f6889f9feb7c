package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.event.BusinessEvents;
import dev.winback.event.EventEntry;
import dev.winback.lapse.Lapses;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.task.Desk;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * UND-22, UND-23: losses by reason and around events; each number opens as many rows as it says.
 */
@CoreTest
class ReasonReportTest {

  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired ReasonReport report;
  @Autowired EventLosses losses;
  @Autowired BusinessEvents events;
  @Autowired LostCustomers lost;
  @Autowired Lapses lapses;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  private Actor boss;
  private Actor anna;

  @BeforeEach
  void sixLosses() {
    boss = stories.manager();
    anna = stories.rep("anna");
    for (int i = 1; i <= 6; i++) {
      var customer = stories.aCustomer("K-" + i).silentFor(95);
      desk.lapse(i <= 2 ? customer.ownedBy(anna) : customer, i <= 2 ? anna : null, i + "00");
    }
    reason("delivery", "customer", "K-1", "K-2", "K-3");
    reason("price", "guess", "K-6");
  }

  private void reason(String code, String saidBy, String... refs) {
    jdbc.sql(
            """
            with told as (
              insert into finding (lapse_id, customer_id, told_at, said, stated, said_by)
              select l.id, l.customer_id, clock_timestamp(), array['stated'], :code, :by
                from lapse l join customer c on c.id = l.customer_id
               where c.ref in (:refs)
              returning lapse_id
            )
            update lapse l set known_reason = :code, known_guess = :by = 'guess' from told where told.lapse_id = l.id
            """)
        .param("code", code)
        .param("by", saidBy)
        .param("refs", Arrays.asList(refs))
        .update();
  }

  private static LostFilter filter(String reason, String from, String goods, String event) {
    return new LostFilter(
        null, "ever", null, null, null, null, null, null, null, null, null, reason, null, from,
        null, goods, event, null);
  }

  private List<ReasonLine> lines(String by, Actor actor) {
    return report.lines(by, filter(null, null, null, null), actor);
  }

  @Test
  void theLargestComesFirstAndKnownReasonsAddUpWithoutTheUnknown() {
    var lines = lines("reason", boss);
    assertThat(lines).extracting(ReasonLine::key).containsExactly("unknown", "delivery", "price");
    assertThat(lines).extracting(ReasonLine::losses).containsExactly(2L, 3L, 1L);
    assertThat(lines.get(0).money()).isEqualByComparingTo("900");
    assertThat(lines.get(0).share()).as("nobody asked is no reason").isNull();
    assertThat(lines.get(1).share()).isLessThan(new java.math.BigDecimal("100"));
    assertThat(lines.get(2).share()).isEqualByComparingTo("100.0");
    assertThat(lines).extracting(ReasonLine::guessed).containsExactly(0L, 0L, 1L);
  }

  @Test
  void eachLineOpensAsManyRowsAsItCounts() {
    for (var line : lines("reason", boss)) {
      assertThat(lost.count(filter(line.key(), null, null, null), boss))
          .isEqualTo((int) line.losses());
    }
    for (var line : lines("product", boss)) {
      if (!line.key().isEmpty()) {
        assertThat(lost.count(filter(null, null, line.key(), null), boss))
            .isEqualTo((int) line.losses());
      }
    }
    assertThat(lines("member", boss)).extracting(ReasonLine::key).containsExactly("none");
    assertThat(lines("month", boss)).hasSize(1);
    assertThat(report.lines("reason", filter(null, "2199-01-01", null, null), boss)).isEmpty();
  }

  /** What the night counted and what has changed since is what the losses themselves say. */
  @Test
  void whatIsCountedAheadAgreesWithTheLossesAtAnyMoment() {
    agree();
    lapses.tally();
    agree();
    reason("price", "guess", "K-4");
    change("lost_by = " + anna.member() + ", value_year = value_year + 5", "K-3");
    change("stage = 'NOT_WANTED', close_kind = 'direction-changed', closed_on = opened_on", "K-5");
    change("stage = 'RETURNED', returned_on = opened_on + 3, credit = 'none'", "K-1");
    agree();
    assertThat(lapses.tally()).isEqualTo(4);
    jdbc.sql("update customer set erased_at = now() where ref = 'K-1'").update();
    agree();
    assertThat(lapses.tally()).isZero();
  }

  private void change(String set, String ref) {
    jdbc.sql(
            "update lapse set "
                + set
                + " where customer_id = (select id from customer where ref = :ref)")
        .param("ref", ref)
        .update();
  }

  private void agree() {
    for (var by : List.of("reason", "member", "month")) {
      for (var stage : List.of("open", "all", "won", "ever", "direction-changed", "lost")) {
        assertThat(report.lines(by, stage(stage, null), boss))
            .as(by + " of " + stage)
            .isEqualTo(report.lines(by, stage(stage, "1900-01-01"), boss));
      }
    }
    assertThat(lines("reason", boss)).isNotEmpty();
  }

  private static LostFilter stage(String stage, String from) {
    return new LostFilter(
        null, stage, null, null, null, null, null, null, null, null, null, null, null, from, null,
        null, null, null);
  }

  @Test
  void aRepSeesHisOwnMarketingNothing() {
    assertThat(lines("reason", anna)).extracting(ReasonLine::losses).containsExactly(2L);
    assertThatThrownBy(() -> lines("reason", stories.marketing())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> lines("weather", boss)).isInstanceOf(Refused.class);
  }

  /** UND-27: five losses and twice the usual; a day outside the 30 is none of it. */
  @Test
  void manyLossesAroundAnEventAreHintedAtUpToItsLastDay() {
    var began = clock.today().minusDays(95);
    event("" + began.minusDays(30));
    event("" + began.minusDays(31));
    var rows = losses.page(null, 50, boss).items();
    assertThat(rows).extracting(EventRow::losses).containsExactly(6L, 0L);
    assertThat(rows).extracting(EventRow::mass).containsExactly(true, false);
    assertThat(lost.count(filter(null, null, null, "" + rows.get(0).id()), boss)).isEqualTo(6);
    assertThat(losses.page(null, 1, boss).next()).isNotNull();
    assertThat(losses.page(losses.page(null, 1, boss).next(), 1, boss).items())
        .containsExactly(rows.get(1));
    jdbc.sql(
            "update lapse set stage = 'FALSE_ALARM', closed_on = opened_on where value_year >= 500")
        .update();
    assertThat(losses.page(null, 50, boss).items().get(0).mass()).as("four are none").isFalse();
  }

  private void event(String day) {
    events.add(new EventEntry(day, "strike", "Lorries stood still"), boss);
  }

  @Test
  void whoeverStayedAwayFromTheYearBeforeMakesTheUsual() {
    event("" + clock.today());
    var row = losses.page(null, 50, boss).items().get(0);
    assertThat(row.losses()).isZero();
    assertThat(row.usual()).isEqualByComparingTo("1.0");
    assertThat(losses.export(anna).get(0).usual()).as("his own two").isEqualByComparingTo("0.3");
  }
}
