package dev.winback.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T62: more than fits into one batch goes in one night, and words with every copy of them. */
@CoreTest
class RetentionBatchesTest {

  private static final LocalDate AFTER = MovableClock.START.plusDays(Retention.MOST);

  @Autowired Retentions retentions;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aLoss() {
    stories.rep("ann");
    stories.aCustomer("K-7").silentFor(121).save();
    nightly.run(MovableClock.START);
    jdbc.sql("delete from letter").update();
  }

  @Test
  void moreThanABatchGoesInOneNight() {
    letters("SENT", Retentions.BATCH + 1);
    assertThat(retentions.clean(AFTER)).isGreaterThan(Retentions.BATCH);
    assertThat(count("letter where words is not null")).isZero();
    assertThat(count("retention_report where kind = 'letter-words' and rows = 5001")).isEqualTo(1);
    assertThat(retentions.clean(AFTER)).isZero();
  }

  @Test
  void wordsGoWithTheirCopyInTheBuiltInMailboxAndTheLetterStays() {
    letters("SENT", 1);
    jdbc.sql(
            """
            insert into mailbox_letter (letter_id, message_id, sender, recipient, subject, message, received_at)
            select id, '<1@winback>', 'us@example.org', 'k@example.org', 'Zenobia', 'x'::bytea, now() from letter
            """)
        .update();
    retentions.clean(AFTER);
    assertThat(count("mailbox_letter")).isZero();
    assertThat(count("letter where words is null and address is not null and sent_at is not null"))
        .isEqualTo(1);
  }

  /** A person decides about the first, and the second is still to leave. */
  @Test
  void whatIsInDoubtOrOnItsWayKeepsItsWords() {
    letters("IN_DOUBT", 1);
    letters("HELD", 1);
    retentions.clean(AFTER);
    assertThat(count("letter where words is not null")).isEqualTo(2);
  }

  private void letters(String state, int many) {
    jdbc.sql(
            """
            insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on, address, subject, words, sent_at)
            select id, customer_id, (select coalesce(max(rung), 0) from letter) + n, :state, 10, 1, opened_on, 'k@example.org', 'x', 'words', timestamptz '2026-06-01'
            from lapse, generate_series(1, :many) n
            """)
        .param("state", state)
        .param("many", many)
        .update();
  }

  private int count(String what) {
    return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
  }
}
