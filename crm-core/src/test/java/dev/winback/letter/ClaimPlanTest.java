package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.Sql;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.support.TransactionTemplate;

/** letters.md, "Speed": a claim and an announcement cost the same whatever else is there. */
@CoreTest
class ClaimPlanTest {

  private static final int LETTERS = 3_000;

  private static final String MANY =
      """
      with made as (
        insert into customer (ref, name, email, email_consent)
        select 'many' || n, 'Anna Berg', 'anna' || n || '@example.org', true from generate_series(1, :letters) n
        returning id),
      lost as (
        insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
        select id, 1, 'LATE', date '2026-05-30', 'silent', date '2026-03-01', 100, 'EUR' from made
        returning id, customer_id)
      insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, mail_group)
      select lost.id, customer_id, 1, 'PLANNED', 10, template_id, date '2026-05-30', 'other' from lost, rung where number = 1
      """;

  @Autowired JdbcClient jdbc;
  @Autowired Gate gate;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void manyLettersAreInLine() {
    ALetter.in(jdbc).planned();
    jdbc.sql(MANY).param("letters", LETTERS).update();
    jdbc.sql("analyze").update();
  }

  @Test
  void aClaimReadsItsOwnLettersAlone() {
    var claim =
        jdbc.sql("explain " + Claims.TAKE)
            .param("ids", some(20))
            .param("node", "n")
            .param("lease", 60.0)
            .param("today", LocalDate.of(2026, 6, 1))
            .param("domain", "shop.example");
    assertThat(plan(claim))
        .contains("letter_pkey")
        .doesNotContainPattern("Seq Scan on (letter|lapse) ");
  }

  /** As the plan is kept while the first letters of a large day leave. */
  @Test
  void anAnnouncementDoesNotReadEveryMailboxThatWasWrittenTo() {
    var ids = some(5);
    var announcement =
        gate.ask("explain " + Gate.around("journal-announce.sql"), ids)
            .param("letters", ids)
            .param("noted", 0L)
            .param("nodes", new String[] {"n", "n", "n", "n", "n"})
            .param("margins", new Double[] {1.0, 1.0, 1.0, 1.0, 1.0})
            .param("reply_waits", new Double[] {1.0, 1.0, 1.0, 1.0, 1.0})
            .param("subjects", new String[] {"a", "a", "a", "a", "a"})
            .param("frames", new String[] {"a", "a", "a", "a", "a"})
            .param("words", new String[] {"a", "a", "a", "a", "a"})
            .param("htmls", new String[] {"a", "a", "a", "a", "a"})
            .param("texts", new String[] {"a", "a", "a", "a", "a"});
    assertThat(plan(announcement))
        .contains("letter_pkey on letter l ")
        .doesNotContainPattern("Seq Scan on (letter|lapse) ");
  }

  /** Under the lock that every claim waits for. */
  @Test
  void whatHoldsTheRestOfADayReadsNoMoreThanItHolds() {
    var hold =
        jdbc.sql("explain " + Sql.of(Quotas.class, "quotas-spent.sql"))
            .param("tomorrow", OffsetDateTime.parse("2026-06-02T00:00:00+02:00"));
    assertThat(plan(hold))
        .contains("Limit", "letter_planned", "letter_pkey")
        .doesNotContain("Sort", "WindowAgg", "Seq Scan on letter");
  }

  /** Entries of letters that have left stay in the index while somebody holds a snapshot. */
  @Test
  void aClaimBeginsBehindTheLastLetterThatWasTaken() {
    var behind =
        jdbc.sql("explain " + Sql.of(Receivers.class, "outbox-due-behind.sql"))
            .param("name", "other")
            .param("after", 100L)
            .param("batch", 50);
    assertThat(plan(behind))
        .containsPattern("Index Cond: .*next_attempt_at IS NULL.* AND \\(id > ")
        .doesNotContain("Sort");
  }

  /** As on the page of a customer and of a loss. */
  @Test
  void theRungsOfALossReadTheLettersOfItsCustomerAlone() {
    var rungs =
        jdbc.sql(
                "explain "
                    + Sql.of(LapseRungs.class, "rungs-of-lapse.sql").replace("/*visible*/", "true"))
            .param("lapse", 1L);
    assertThat(plan(rungs))
        .contains("letter_customer")
        .doesNotContain("letter_rung", "Seq Scan on letter");
  }

  private Long[] some(int letters) {
    return jdbc.sql("select id from letter order by id limit :n")
        .param("n", letters)
        .query(Long.class)
        .list()
        .toArray(Long[]::new);
  }

  private String plan(StatementSpec statement) {
    return transaction.execute(
        status -> {
          gate.keepPlans();
          return String.join("\n", statement.query(String.class).list());
        });
  }
}
