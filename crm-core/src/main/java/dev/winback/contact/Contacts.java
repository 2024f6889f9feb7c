package dev.winback.contact;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Intake;
import dev.winback.customer.Intakes;
import dev.winback.shared.Sql;
import dev.winback.shared.Tally;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls, letters, visits and messages as facts. */
@Service
@Transactional
public class Contacts {

  private static final String CALLED = Sql.of(Contacts.class, "called.sql");

  private final JdbcClient jdbc;
  private final Intake<Contact> intake;

  Contacts(JdbcClient jdbc, Intakes intakes, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    intake =
        intakes.of(
            ContactTable.table(),
            customers -> events.publishEvent(new ContactsRecorded(customers)));
  }

  /** The contact of a call that was logged here; its number within the customer. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long called(PhoneCall call) {
    return jdbc.sql(CALLED)
        .param("customer", call.customer().value())
        .param("call", call.call())
        .param("at", call.at().atOffset(ZoneOffset.UTC))
        .param("member", call.member().value())
        .param("result", call.result())
        .param("reached", call.reached())
        .param("agreed", call.agreed())
        .param("note", call.note())
        .param("lapse", call.lapse())
        .query(Long.class)
        .single();
  }

  /** The call was a mistake and is taken back: it never was a contact. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void uncalled(CustomerId customer, long call) {
    jdbc.sql(
            """
            delete from contact
             where customer_id = :customer and source = 'winback' and external_id = 'call-' || :call
            """)
        .param("customer", customer.value())
        .param("call", call)
        .update();
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql("update contact set note = null where customer_id = :customer")
        .param("customer", erased.customer().value())
        .update();
  }

  /** Stores what is new and corrects what differs, by source and own id, all or nothing. */
  public Tally record(List<Contact> contacts) {
    return intake.record(contacts);
  }

  /** For imports, which work in steps. */
  public Intake<Contact> intake() {
    return intake;
  }
}
