package dev.winback.contact;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Sql;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails of customers as contacts of theirs; each by its own id once, however often it is read. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CustomerMails {

  private static final String WROTE = Sql.of(CustomerMails.class, "wrote.sql");

  private final JdbcClient jdbc;
  private final Contacts contacts;

  CustomerMails(JdbcClient jdbc, Contacts contacts) {
    this.jdbc = jdbc;
    this.contacts = contacts;
  }

  /** He wrote to us. */
  public void wrote(CustomerId customer, String own, Instant at, String words) {
    jdbc.sql(WROTE)
        .param("customer", customer.value())
        .param("own", own)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("words", words)
        .update();
    contacts.heard(customer);
  }

  /** It was somebody else's mail. */
  public void notWrote(CustomerId customer, String own) {
    jdbc.sql(
            "delete from contact where customer_id = :customer and source = 'winback' and external_id = :own")
        .param("customer", customer.value())
        .param("own", own)
        .update();
    contacts.heard(customer);
  }
}
