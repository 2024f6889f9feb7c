package dev.winback.inbox;

import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.shared.Sha256;
import dev.winback.shared.Sql;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers of customers: each is a contact that waits for ours (LET-22), with its thread. */
@Component
class Answers {

  private static final String FORGET = Sql.of(Answers.class, "forget.sql");
  private static final int HASH = 32;

  private final JdbcClient jdbc;
  private final Contacts contacts;

  Answers(JdbcClient jdbc, Contacts contacts) {
    this.jdbc = jdbc;
    this.contacts = contacts;
  }

  /** What a person wrote, and what an answer to it has to keep (LET-23). */
  record Words(String messageId, String sender, String subject, String text) {}

  void keep(CustomerId customer, String own, Instant at, Words words) {
    contacts.wrote(customer, own, at, (words.subject() + "\n\n" + words.text()).strip());
    jdbc.sql(
            """
            insert into reply_mail (own_id, customer_id, message_id, sender, subject)
            values (:own, :customer, nullif(:message, ''), :sender, :subject)
            on conflict do nothing
            """)
        .param("own", own)
        .param("customer", customer.value())
        .param("message", words.messageId())
        .param("sender", words.sender())
        .param("subject", words.subject())
        .update();
  }

  /** It was not his after all. */
  void drop(String own) {
    jdbc.sql("delete from reply_mail where own_id = :own returning customer_id")
        .param("own", own)
        .query(Long.class)
        .optional()
        .ifPresent(customer -> contacts.notWrote(new CustomerId(customer), own));
  }

  /** A Message-ID may name its writer: whatever came is known by its hash. */
  static String hashed(String own) {
    return "mail-" + Sha256.hex(own).substring(0, HASH);
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
