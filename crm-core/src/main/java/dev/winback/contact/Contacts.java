package dev.winback.contact;

import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Intake;
import dev.winback.customer.Intakes;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.shared.Tally;
import dev.winback.staff.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

  /** The result of a contact in which the customer ends it. */
  public static final String ENDED = "ended";

  private static final String CALLED = Sql.of(Contacts.class, "called.sql");
  private static final String ANSWERED = Sql.of(Contacts.class, "answered.sql");
  private static final String WROTE = Sql.of(Contacts.class, "wrote.sql");
  private static final String SAID = Sql.of(Contacts.class, "said.sql");

  private final JdbcClient jdbc;
  private final Intake<Contact> intake;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Contacts(
      JdbcClient jdbc, Intakes intakes, BusinessClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
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
        .param("channel", call.message() ? "sms" : "phone")
        .param("note", call.note())
        .param("lapse", call.lapse())
        .query(Long.class)
        .single();
  }

  /** He told one of us that he ends it (DET-14), once a day; who may see him is asked above. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(
      CustomerId customer, LocalDate day, Contact.Channel channel, String note, Actor actor) {
    jdbc.sql(SAID)
        .param("customer", customer.value())
        .param("own", ended(customer, day))
        .param("at", day.atTime(12, 0).atZone(clock.getZone()).toOffsetDateTime())
        .param("channel", channel.name().toLowerCase(Locale.ROOT))
        .param("member", actor.member())
        .param("result", ENDED)
        .param("note", note)
        .query(Long.class)
        .optional();
    heard(customer);
  }

  /** It was a mistake: he did not say so. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notEnded(CustomerId customer, LocalDate day) {
    remove(customer, ended(customer, day));
    events.publishEvent(new ContactsRecorded(Set.of(customer)));
  }

  /** He wrote to us; a mail is one however often it is read. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void wrote(CustomerId customer, String own, Instant at, String words) {
    jdbc.sql(WROTE)
        .param("customer", customer.value())
        .param("own", own)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .param("words", words)
        .update();
    heard(customer);
  }

  /** It was somebody else's mail. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notWrote(CustomerId customer, String own) {
    remove(customer, own);
    heard(customer);
  }

  /** A letter of his was answered (LET-22); twice is one. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void answered(
      CustomerId customer, long contact, Contact.Channel channel, String note, Actor actor) {
    jdbc.sql(ANSWERED)
        .param("customer", customer.value())
        .param("own", "reply-" + contact)
        .param("at", clock.utc())
        .param("channel", channel.name().toLowerCase(Locale.ROOT))
        .param("member", actor.member())
        .param("note", note)
        .update();
    heard(customer);
  }

  /** It was a mistake: nobody has answered. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void notAnswered(CustomerId customer, long contact) {
    remove(customer, "reply-" + contact);
    heard(customer);
  }

  private void remove(CustomerId customer, String own) {
    jdbc.sql(
            "delete from contact where customer_id = :customer and source = 'winback' and external_id = :own")
        .param("customer", customer.value())
        .param("own", own)
        .update();
  }

  private static String ended(CustomerId customer, LocalDate day) {
    return "ended-" + customer.value() + "-" + day;
  }

  /** The call was a mistake and is taken back: it never was a contact. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void uncalled(CustomerId customer, long call) {
    remove(customer, "call-" + call);
  }

  /** A call said something that detection has to know, or was taken back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void heard(CustomerId customer) {
    events.publishEvent(new ContactsRecorded(Set.of(customer)));
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
