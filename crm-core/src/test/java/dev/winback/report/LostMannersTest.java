package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.LapseId;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Findings;
import dev.winback.why.Telling;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * DET-13: who sleeps and who left are two lists. DET-10: who dealt with us and has not come back.
 */
@CoreTest
class LostMannersTest {

  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired LostCustomers lost;
  @Autowired CustomerLists customers;
  @Autowired LapsePages pages;
  @Autowired Findings findings;
  @Autowired JdbcClient jdbc;

  private Actor manager;

  @BeforeEach
  void losses() {
    manager = stories.manager();
    for (var ref : List.of("SLEEPS", "LURED", "RIVAL", "PRICE")) {
      stories.aCustomer(ref).silentFor(200).save();
    }
    nightly.run(MovableClock.START);
  }

  private void told(String ref, String field, String value) {
    findings.tell(lapse(ref), Telling.of(Map.of(field, value), List.of()), manager);
  }

  private LapseId lapse(String ref) {
    return jdbc.sql(
            "select l.id from lapse l join customer c on c.id = l.customer_id where c.ref = :ref")
        .param("ref", ref)
        .query((row, n) -> new LapseId(row.getLong(1)))
        .single();
  }

  private List<String> listed(String manner) {
    var filter =
        new LostFilter(
            null, null, manner, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null);
    var rows = lost.page(filter, null, 50, manager).items().stream().map(LostRow::ref).toList();
    assertThat(lost.count(filter, manager)).isEqualTo(rows.size());
    return rows;
  }

  @Test
  void whoWentToACompetitorLeftAndTheOthersSleep() {
    told("LURED", "stated", "competitor");
    told("RIVAL", "competitor", "Brown & Sons");
    told("PRICE", "stated", "quality");
    assertThat(listed("left")).containsExactlyInAnyOrder("LURED", "RIVAL");
    assertThat(listed("sleeping")).containsExactlyInAnyOrder("SLEEPS", "PRICE");
    assertThat(pages.facts(lapse("LURED"), manager).left()).isTrue();
    assertThat(pages.facts(lapse("SLEEPS"), manager).left()).isFalse();
  }

  /** DET-02: who came once has no rhythm of his own. */
  @Test
  void whoBoughtOnOneDayOnlyIsAListOfHisOwn() {
    stories.aCustomer("TWICE").buyingEvery(30).times(2).silentFor(200).save();
    nightly.run(MovableClock.START);
    assertThat(listed("once")).containsExactlyInAnyOrder("SLEEPS", "LURED", "RIVAL", "PRICE");
    assertThat(listed("sleeping")).contains("TWICE");
  }

  @Test
  void whoSaidHimselfThatHeEndsItLeft() {
    var id = stories.aCustomer("ENDED").silentFor(10).save();
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, direction, result, reached)
            values (:c, 'test', 'e', :at, 'phone', 'in', 'ended', true)
            """)
        .param("c", id.value())
        .param("at", MovableClock.START.minusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
        .update();
    nightly.run(MovableClock.START);
    assertThat(listed("left")).containsExactly("ENDED");
  }

  private List<String> quiet() {
    var filter = CustomerFilter.of("stage=quiet");
    return customers.page(filter, null, 50, manager).items().stream()
        .map(CustomerRow::ref)
        .toList();
  }

  /** Six months before 1 June 2026 is 1 December 2025, 182 days ago. */
  @Test
  void whoBoughtOrAskedLongerThanSixMonthsAgoHasNotComeBack() {
    stories.aCustomer("ON-THE-DAY").silentFor(182).save();
    stories.aCustomer("A-DAY-LONGER").silentFor(183).save();
    stories.aCustomer("NEVER").neverBought().save();
    request(stories.aCustomer("ASKED").neverBought().save().value(), 183);
    request(stories.aCustomer("ASKED-AGAIN").silentFor(300).save().value(), 20);
    nightly.run(MovableClock.START);
    assertThat(quiet())
        .containsExactlyInAnyOrder("SLEEPS", "LURED", "RIVAL", "PRICE", "A-DAY-LONGER", "ASKED");
  }

  private void request(long customer, int daysAgo) {
    jdbc.sql(
            """
            insert into request (customer_id, source, external_id, requested_at)
            values (:c, 'test', 'r-' || :c, :at)
            """)
        .param("c", customer)
        .param("at", MovableClock.START.minusDays(daysAgo).atTime(12, 0).atOffset(ZoneOffset.UTC))
        .update();
  }
}
