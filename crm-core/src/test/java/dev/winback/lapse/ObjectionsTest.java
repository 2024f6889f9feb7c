package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Never contact me" by a file or a program stops everything, as in a call of ours (CAL-20). */
class ObjectionsTest extends ToldStories {

  @Autowired Facts facts;

  @Test
  void whoSaysSoIsLeftInPeaceAtOnce() {
    told("C1", "never_contact", 1);
    told("C2", "talked", 1);
    assertThat(stages(lost)).containsExactly("REFUSED");
    assertThat(status()).isEqualTo("never_contact");
    assertThat(suppressed()).isOne();
    assertThat(stages(other())).as("nobody else").containsExactly("LATE");
    night();
    assertThat(stages(lost)).containsExactly("REFUSED");
  }

  @Test
  void aCorrectionThatSaysSoCountsToo() {
    told("C1", "talked", 1);
    assertThat(status()).isEqualTo("active");
    told("C1", "never_contact", 1);
    assertThat(status()).isEqualTo("never_contact");
  }

  @Test
  void whoMadePeaceWithHimIsNotUndoneByWhatWasSaidBefore() {
    told("C1", "never_contact", 1);
    jdbc.sql("update customer set status = 'active' where ref = 'LOST'").update();
    told("C1", "never_contact", 1);
    told("C2", "talked", 1);
    assertThat(status()).isEqualTo("active");
  }

  /** DET-23: a file that says so stops the mailbox, whichever record is written to. */
  @Test
  void aFileOfCustomersThatSaysSoStopsTheMailbox() {
    file("status", "never_contact");
    assertThat(stages(lost)).containsExactly("REFUSED");
    assertThat(suppressed()).isOne();
    file("email_consent", "no");
    file("email_consent", "yes");
    assertThat(suppressed()).as("no newer yes of a file lifts it").isOne();
    file("status", "never_contact");
    assertThat(suppressed()).isOne();
  }

  private void file(String column, String said) {
    facts.record(
        ImportType.CUSTOMERS,
        List.of(Map.of("customer", "LOST", "email", "lost@example.org", column, said)),
        null,
        stories.admin());
  }

  private long suppressed() {
    return jdbc.sql(
            """
            select count(*) from suppression s join customer c on s.address_hash = address_hash(c.email)
             where c.ref = 'LOST' and s.reason = 'objection' and s.lifted_at is null
            """)
        .query(Long.class)
        .single();
  }
}
