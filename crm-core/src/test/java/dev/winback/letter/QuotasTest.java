package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** acceptance.md, "quota of the day": what is beyond it waits until tomorrow and is named. */
@CoreTest
class QuotasTest {

  @Autowired Outbox outbox;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  @Test
  void theCapOfADayHoldsOverAllNodesAndRungs() {
    planned(4, 1);
    planned(3, 2);
    jdbc.sql("update sending set daily_cap = 5").update();

    send(outbox.claim("a", 2, OutboxTest.LEASE), "a");
    assertThat(outbox.claim("b", 2, OutboxTest.LEASE)).hasSize(2);
    assertThat(claimed()).isOne();
    assertThat(claimed()).isZero();
    assertThat(claimed()).isZero();

    assertThat(held()).isEqualTo(2);
    assertThat(until()).isEqualTo(Instant.parse("2026-06-01T22:00:00Z"));
  }

  @Test
  void twoNodesThatClaimAtTheSameTimeDoNotShareOnePlace() throws Exception {
    planned(4, 1);
    jdbc.sql("update sending set daily_cap = 2").update();

    var other =
        transactions.execute(
            t -> {
              assertThat(outbox.claim("a", 2, OutboxTest.LEASE)).hasSize(2);
              var late =
                  CompletableFuture.supplyAsync(
                      () -> outbox.claim("b", 2, OutboxTest.LEASE).size());
              await().until(() -> late.isDone() || somebodyWaits());
              return late;
            });
    assertThat(other.get(10, TimeUnit.SECONDS)).isZero();
  }

  private boolean somebodyWaits() {
    return jdbc.sql(
            "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
        .query(Boolean.class)
        .single();
  }

  @Test
  void aConfirmationLeavesAlthoughTheLettersOfTheDayHaveLeftAndCounts() {
    byNumberAlone(this::aConfirmationLeaves);
  }

  private void aConfirmationLeaves() {
    planned(2, 1);
    jdbc.sql("update sending set daily_cap = 1").update();
    jdbc.sql("update rung set daily_cap = 1").update();
    send(outbox.claim("a", 9, OutboxTest.LEASE), "a");
    assertThat(claimed()).isZero();
    ofRung(-5, planned(3));
    assertThat(claimed()).isEqualTo(3);
    ofRung(-11, planned(1));
    assertThat(claimed()).isZero();
    assertThat(held()).isEqualTo(2);
    jdbc.sql("update sending set daily_cap = 5").update();
    jdbc.sql("update letter set state = 'PLANNED', hold_reason = null where state = 'HELD'")
        .update();
    assertThat(claimed()).as("four have left or are on their way").isOne();
  }

  @Test
  void aReminderOfACartLeavesBeforeTheLadder() {
    byNumberAlone(this::aReminderLeaves);
  }

  private void aReminderLeaves() {
    planned(2, 1);
    var cart = planned(1);
    ofRung(-12, cart);
    jdbc.sql("update sending set daily_cap = 1").update();
    assertThat(outbox.claim("a", 9, OutboxTest.LEASE))
        .extracting(letter -> letter.id().value())
        .containsExactlyElementsOf(cart);
  }

  private List<Long> planned(int letters) {
    return java.util.stream.IntStream.range(0, letters)
        .mapToObj(i -> ALetter.in(jdbc).to("u" + i + java.util.UUID.randomUUID() + "@shop.example"))
        .map(ALetter::planned)
        .toList();
  }

  /** What a letter confirms or reminds of is another matter. */
  private void byNumberAlone(Runnable test) {
    transactions.executeWithoutResult(
        t -> {
          t.setRollbackOnly();
          jdbc.sql("alter table letter drop constraint letter_of_something").update();
          test.run();
        });
  }

  private void ofRung(int rung, List<Long> letters) {
    jdbc.sql("update rung set mode = 'live', since = '2026-01-01' where number = " + rung).update();
    jdbc.sql("update letter set rung = :rung where id = any (:ids)")
        .param("rung", rung)
        .param("ids", letters.toArray(new Long[0]))
        .update();
  }

  @Test
  void moreThanFiveHundredAreHeldAndWokenSomeAtATime() {
    planned(4, 1);
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, resend_of, mail_group)
            select lapse_id, customer_id, rung, 'PLANNED', percent, template_id, due_on, id, 'other'
              from letter, generate_series(1, 200) where id <= 3
            """)
        .update();
    jdbc.sql("update sending set daily_cap = 1").update();
    send(outbox.claim("a", 9, OutboxTest.LEASE), "a");
    assertThat(claimed()).isZero();
    assertThat(held()).isBetween(400, 500);
    claimed();
    assertThat(held()).isEqualTo(603);

    clock.setDay(LocalDate.of(2026, 6, 2));
    assertThat(outbox.recover()).isEqualTo(Outbox.SLICE);
    assertThat(outbox.recover()).isEqualTo(103);
  }

  @Test
  void theNextDayTheRestLeaves() {
    planned(3, 1);
    jdbc.sql("update sending set daily_cap = 2").update();
    send(outbox.claim("a", 9, OutboxTest.LEASE), "a");
    claimed();
    assertThat(held()).isOne();

    // the database's clock ended the letters today: a day behind it stands for tomorrow
    jdbc.sql("update letter set ended_at = ended_at - interval '1 year' where ended_at is not null")
        .update();
    clock.setDay(LocalDate.of(2026, 6, 2));
    outbox.recover();
    assertThat(claimed()).isOne();
  }

  @Test
  void eachRungHasItsOwnCap() {
    planned(3, 1);
    planned(3, 2);
    jdbc.sql("update rung set daily_cap = 1 where number = 1").update();

    assertThat(claimed()).isEqualTo(4);
    assertThat(held()).isEqualTo(2);
    assertThat(
            jdbc.sql("select distinct rung from letter where state = 'HELD'")
                .query(Integer.class)
                .list())
        .containsExactly(1);
  }

  @Test
  void aNewDomainWritesTwoHundredLettersOnItsFirstDayAndTwiceAsManyEachDay() {
    jdbc.sql("update sending set warm_since = '2026-06-01'").update();

    assertThat(leftOn("2026-05-31")).isNull();
    assertThat(leftOn("2026-06-01")).isEqualTo(200);
    assertThat(leftOn("2026-06-02")).isEqualTo(400);
    assertThat(leftOn("2026-06-05")).isEqualTo(3200);
    jdbc.sql("update sending set daily_cap = 1000").update();
    assertThat(leftOn("2026-06-05")).isEqualTo(1000);
  }

  private Long leftOn(String day) {
    return jdbc.sql(dev.winback.shared.Sql.of(Quotas.class, "quotas-left.sql"))
        .param("today", LocalDate.parse(day))
        .param("day_start", java.time.OffsetDateTime.parse(day + "T00:00:00+02:00"))
        .query((row, n) -> row.getObject("left_over", Long.class))
        .list()
        .get(0);
  }

  private void send(List<DueLetter> letters, String node) {
    for (var letter : letters) {
      outbox.announce(letter, OutboxTest.RENDERED, node, OutboxTest.MARGIN, OutboxTest.LEASE);
      outbox.sent(letter.id(), node, 250, "ok");
    }
  }

  private int claimed() {
    return outbox.claim("a", 9, OutboxTest.LEASE).size();
  }

  private void planned(int letters, int rung) {
    for (int i = 0; i < letters; i++) {
      ALetter.in(jdbc).to("c" + rung + i + "@shop.example").ofRung(rung).planned();
    }
  }

  private int held() {
    return jdbc.sql("select count(*) from letter where state = 'HELD' and hold_reason = 'DAY_CAP'")
        .query(Integer.class)
        .single();
  }

  private Instant until() {
    return jdbc.sql("select max(hold_until) from letter").query(Instant.class).single();
  }
}
