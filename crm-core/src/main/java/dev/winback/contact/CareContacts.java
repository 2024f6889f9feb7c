package dev.winback.contact;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Contacts with customers without a loss that were logged here. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class CareContacts {

  private static final String CARED = Sql.of(CareContacts.class, "cared.sql");
  private static final String MISSED = Sql.of(CareContacts.class, "missed.sql");

  private final JdbcClient jdbc;
  private final Contacts contacts;
  private final BusinessClock clock;

  CareContacts(JdbcClient jdbc, Contacts contacts, BusinessClock clock) {
    this.jdbc = jdbc;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** Somebody talked to him; the same care twice is one. */
  public void cared(
      CustomerId customer, long care, Contact.Channel channel, String note, Actor actor) {
    jdbc.sql(CARED)
        .param("customer", customer.value())
        .param("care", care)
        .param("at", clock.utc())
        .param("channel", channel.name().toLowerCase(Locale.ROOT))
        .param("member", actor.member())
        .param("note", note)
        .update();
    contacts.heard(customer);
  }

  /** Whether this care stands in his story with these words. */
  public boolean caredFor(CustomerId customer, long care, String note) {
    return jdbc.sql(
            """
            select exists (select from contact
                            where customer_id = :customer and source = 'winback' and external_id = :own
                              and coalesce(note, '') = :note)
            """)
        .param("customer", customer.value())
        .param("own", "care-" + care)
        .param("note", note)
        .query(Boolean.class)
        .single();
  }

  /** Nobody was there; each attempt is a contact of its own. */
  public void missed(CustomerId customer, long care, int nth, Actor actor) {
    jdbc.sql(MISSED)
        .param("customer", customer.value())
        .param("own", missed(care, nth))
        .param("at", clock.utc())
        .param("member", actor.member())
        .update();
    contacts.heard(customer);
  }

  /** It was a mistake: nobody talked to him; the note, if there was one. */
  public Optional<String> uncared(CustomerId customer, long care) {
    return remove(customer, "care-" + care);
  }

  /** It was a mistake: nobody called him. */
  public void unmissed(CustomerId customer, long care, int nth) {
    remove(customer, missed(care, nth));
  }

  private static String missed(long care, int nth) {
    return "care-" + care + "-" + nth;
  }

  private Optional<String> remove(CustomerId customer, String own) {
    var notes =
        jdbc.sql(
                """
                delete from contact where customer_id = :customer and source = 'winback' and external_id = :own
                returning coalesce(note, '')
                """)
            .param("customer", customer.value())
            .param("own", own)
            .query(String.class)
            .optional();
    contacts.heard(customer);
    return notes.filter(note -> !note.isEmpty());
  }
}
