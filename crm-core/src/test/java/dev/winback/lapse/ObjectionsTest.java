package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Never contact me" by a file or a program stops everything, as in a call of ours (CAL-20). */
class ObjectionsTest extends LapseStories {

  @Autowired Contacts contacts;
  @Autowired Facts facts;

  private CustomerId lost;

  @BeforeEach
  void oneIsLost() {
    lost = stories.aCustomer("LOST").silentFor(120).save();
    stories.aCustomer("OTHER").silentFor(120).save();
    night();
  }

  @Test
  void whoSaysSoIsLeftInPeaceAtOnce() {
    contacts.record(List.of(contact("C1", "never_contact"), contact("C2", "talked")));
    assertThat(stages(lost)).containsExactly("REFUSED");
    assertThat(status()).isEqualTo("never_contact");
    assertThat(suppressed()).isOne();
    assertThat(
            jdbc.sql("select count(*) from lapse where stage = 'LATE'").query(Long.class).single())
        .as("nobody else")
        .isOne();
    night();
    assertThat(stages(lost)).containsExactly("REFUSED");
  }

  @Test
  void aCorrectionThatSaysSoCountsToo() {
    contacts.record(List.of(contact("C1", "talked")));
    assertThat(status()).isEqualTo("active");
    contacts.record(List.of(contact("C1", "never_contact")));
    assertThat(status()).isEqualTo("never_contact");
  }

  @Test
  void whoMadePeaceWithHimIsNotUndoneByWhatWasSaidBefore() {
    contacts.record(List.of(contact("C1", "never_contact")));
    jdbc.sql("update customer set status = 'active' where ref = 'LOST'").update();
    contacts.record(List.of(contact("C1", "never_contact"), contact("C2", "talked")));
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

  private String status() {
    return jdbc.sql("select status from customer where ref = 'LOST'").query(String.class).single();
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

  private Contact contact(String id, String result) {
    return new Contact(
        0,
        "LOST",
        "exchange",
        id,
        noon(today.minusDays(1)),
        Contact.Channel.PHONE,
        false,
        null,
        result,
        true,
        false,
        false,
        null,
        null);
  }
}
