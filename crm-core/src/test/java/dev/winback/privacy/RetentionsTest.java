package dev.winback.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.nightly.NightlyRun;
import dev.winback.shared.Refused;
import dev.winback.staff.AuditChain;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T62: each class ends on its day, the report says what went, and twice takes nothing more. */
@CoreTest
class RetentionsTest {

  /** The last minute of the day in the firm's zone, and the first one. */
  private static final List<String> MOMENTS = List.of("2026-06-01 23:59+02", "2026-06-01 00:00+02");

  private static final LocalDate DAY = MovableClock.START;

  @Autowired Retentions retentions;
  @Autowired AuditChain chain;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void twoRowsOfEachClassFromOneDay() {
    stories.rep("ann");
    stories.rep("bob");
    stories.aCustomer("K-7").silentFor(121).save();
    nightly.run(DAY.minusDays(1));
    run("delete from letter");
    run("delete from nightly_step");
    run(
        "insert into night (day, state, node, started_at) values ('2025-01-01', 'done', 'n', now())");
    run(
        "insert into shop (system, address, source, hook_secret, connected_at) values ('shopify', 'https://s.example', 'shopify', 'x', now())");
    for (int i = 0; i < MOMENTS.size(); i++) {
      plant(i, MOMENTS.get(i));
      planted(
          "insert into audit (created_at, kind, action, subject, subject_id, detail) values (:at::timestamptz, 'ACT', :word, 'old', 0, '{}')",
          i,
          MOMENTS.get(i));
    }
  }

  private void plant(int number, String at) {
    planted(
        "insert into shop_delivery (shop_id, delivery, topic, body, state, ended_at) select id, :word, 'x', 'x', 'done', :at::timestamptz from shop",
        number,
        at);
    planted(
        "insert into shop_delivery (shop_id, delivery, topic, body, state, ended_at) select id, 'refused ' || :word, 'x', 'x', 'refused', :at::timestamptz from shop",
        number,
        at);
    planted(
        "insert into arrival (own_id, kind, state, came_at, sender, subject, words) values (:word, 'reply', 'unmatched', :at::timestamptz, 'a@example.org', 'x', 'x')",
        number,
        at);
    planted(
        """
        with run as (insert into import_run (type, file_name, state, finished_at) values ('customers', :word, 'done', :at::timestamptz) returning id)
        insert into import_error (import_id, line, code, figures, cells) select id, 1, 'email', '[]', '["K-7"]' from run
        """,
        number,
        at);
    planted(
        """
        insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, address, subject, html, sent_at)
        select id, customer_id, :number + 1, 'SENT', 10, 1, opened_on, 'k@example.org', :word, 'x', :at::timestamptz from lapse
        """,
        number,
        at);
    planted(
        """
        insert into test_letter (member_id, rung, lapse_id, address, subject, html, text, sent_at)
        select m.id, 1, l.id, 'a@example.org', :word, 'x', 'x', :at::timestamptz
        from lapse l, (select min(id) as id from member) m
        """,
        number,
        at);
    planted(
        """
        insert into note_draft (member_id, task_id, note, saved_at)
        select m.id, t.id, :word, :at::timestamptz from (select min(id) as id from task) t, (select id from member order by id offset :number limit 1) m
        """,
        number,
        at);
    planted(
        "insert into nightly_step (night_id, position, name, rows, seconds, finished_at) select max(id), :number, :word, 1, 1, :at::timestamptz from night where day = '2025-01-01'",
        number,
        at);
  }

  private void planted(String sql, int number, String at) {
    assertThat(
            jdbc.sql(sql)
                .param("number", number)
                .param("word", "word " + number)
                .param("at", at)
                .update())
        .as(sql)
        .isPositive();
  }

  private void run(String sql) {
    jdbc.sql(sql).update();
  }

  private Map<String, Integer> kept() {
    return Map.of(
        "shop-deliveries", count("shop_delivery where state = 'done'"),
        "refused-deliveries", count("shop_delivery where state = 'refused'"),
        "unmatched-mail", count("arrival where sender is not null"),
        "rejected-rows", count("import_error"),
        "letter-words", count("letter where html is not null"),
        "test-letters", count("test_letter"),
        "note-drafts", count("note_draft"),
        "night-log", count("nightly_step"),
        "audit", count("audit where subject = 'old'"));
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }

  @Test
  void eachClassIsThereOnItsLastDayAndGoneTheDayAfter() {
    for (var kind : Retention.values()) {
      assertThat(kept()).containsEntry(kind.code(), 2);
      retentions.clean(DAY.plusDays(kind.days()));
      assertThat(kept()).as(kind.code()).containsEntry(kind.code(), 2);
      var after = DAY.plusDays(kind.days() + 1);
      retentions.clean(after);
      assertThat(kept()).as(kind.code()).containsEntry(kind.code(), 0);
      assertThat(retentions.clean(after)).isZero();
      twoRowsAgain();
    }
  }

  /** Classes of the same number of days went together. */
  private void twoRowsAgain() {
    run("truncate shop_delivery, arrival, import_error, test_letter, note_draft, nightly_step");
    run("delete from letter");
    for (int i = 0; i < MOMENTS.size(); i++) {
      plant(i, MOMENTS.get(i));
    }
  }

  /** What stays is a chain, and an entry says where it begins. */
  @Test
  void theAuditThatIsLeftIsWhole() {
    retentions.clean(DAY.plusDays(Retention.AUDIT.days() + 1));
    assertThat(count("audit where action = 'audit.ended'")).isEqualTo(1);
    assertThat(chain.check(stories.admin()).whole()).isTrue();
  }

  @Test
  void theReportIsWhatWent() {
    retentions.clean(DAY.plusDays(Retention.MOST));
    var report =
        retentions.report(20, stories.admin()).stream()
            .collect(Collectors.toMap(RetentionRow::kind, RetentionRow::rows));
    assertThat(report)
        .isEqualTo(
            Arrays.stream(Retention.values())
                .collect(Collectors.toMap(Retention::code, kind -> 2L)));
    assertThat(count("letter where sent_at is not null and address is not null")).isEqualTo(2);
    assertThat(count("import_run where finished_at is not null")).isEqualTo(2);
  }

  /** Whoever looks at what was refused may try it again; a mail that is read again is the same. */
  @Test
  void whatWaitsForAPersonWaitsAYear() {
    retentions.clean(DAY.plusDays(365));
    assertThat(kept()).containsEntry("refused-deliveries", 2).containsEntry("unmatched-mail", 2);
    retentions.clean(DAY.plusDays(366));
    assertThat(kept()).containsEntry("refused-deliveries", 0).containsEntry("unmatched-mail", 0);
    assertThat(count("arrival where state = 'ignored' and own_id like 'word%'")).isEqualTo(2);
  }

  @Test
  void anotherNumberOfDaysHoldsFromTheNextNightOn() {
    var admin = stories.admin();
    retentions.change(List.of(new RetentionRule(Retention.TEST_LETTERS, 7)), admin);
    retentions.clean(DAY.plusDays(7));
    assertThat(kept()).containsEntry("test-letters", 2);
    retentions.clean(DAY.plusDays(8));
    assertThat(kept()).containsEntry("test-letters", 0).containsEntry("note-drafts", 2);
    assertThat(count("audit where action = 'retention.changed'")).isEqualTo(1);
  }

  @Test
  void daysHaveLimitsAndOnlyWhoAdministersSetsThem() {
    var few = List.of(new RetentionRule(Retention.LETTER_WORDS, 179));
    assertThatThrownBy(() -> retentions.change(few, stories.admin()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("180");
    assertThatThrownBy(() -> retentions.change(List.of(), stories.manager()))
        .isInstanceOf(NotAllowed.class);
  }
}
