package dev.winback.customer;

import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The persons with whom we deal at a customer (UND-24), told by files, programs and by hand. */
@Service
@Transactional
public class Persons {

  private static final int CUSTOMERS_PER_SLICE = 5_000;

  private static final String PERSONS = Sql.of(Persons.class, "persons.sql");

  private final JdbcClient jdbc;
  private final Customers customers;
  private final Audit audit;
  private final Intake<PersonEntry> intake;
  private final ApplicationEventPublisher events;

  Persons(
      JdbcClient jdbc,
      Customers customers,
      Audit audit,
      Intakes intakes,
      PersonPhones phones,
      ApplicationEventPublisher events) {
    this.events = events;
    this.jdbc = jdbc;
    this.customers = customers;
    this.audit = audit;
    this.intake = intakes.of(table(), phones::reread);
  }

  private static FactTable<PersonEntry> table() {
    var table = FactTable.<PersonEntry>of("person", CUSTOMERS_PER_SLICE);
    for (var field : PersonField.values()) {
      table.optional(
          field.column(),
          field.type(),
          field == PersonField.MAIN ? false : null,
          (rows, person) -> rows.value(person.said().get(field)));
    }
    return table;
  }

  /** For imports, which work in steps. */
  public Intake<PersonEntry> intake() {
    return intake;
  }

  /** Who is there before who left, the main one first. */
  @Transactional(readOnly = true)
  public List<Person> of(CustomerId customer, Actor actor) {
    return select(customer, null, actor);
  }

  @Transactional(readOnly = true)
  public Person require(CustomerId customer, long person, Actor actor) {
    return select(customer, person, actor).stream()
        .findAny()
        .orElseThrow(() -> new NotFound("person"));
  }

  private List<Person> select(CustomerId customer, @Nullable Long person, Actor actor) {
    return jdbc.sql(PERSONS)
        .param("customer", customer.value())
        .param("person", person)
        .param("notes", actor.may(Permission.READ_CALL_NOTES))
        .query(Person.class)
        .list();
  }

  /**
   * Adds a person or changes the fields said; refused when the record is no longer the one with the
   * tag. Whether the member may see the customer is asked above, where lapses are known.
   */
  public long put(CustomerId customer, PersonEntry entry, @Nullable String tag, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    customers.lockFacts();
    requireTag(customer, entry, tag, actor);
    intake.record(List.of(entry));
    var id = id(entry);
    if (Boolean.TRUE.equals(entry.said().get(PersonField.MAIN))) {
      intake.record(others(customer, entry, actor));
    }
    heard(customer, id, entry);
    var fields = entry.said().keySet().stream().map(PersonField::column).toList();
    audit.note(actor, "person.changed", "customer", customer.value(), Map.of("fields", fields));
    return id;
  }

  /** What a person says of his leaving outweighs what a contact said. */
  private void heard(CustomerId customer, long person, PersonEntry entry) {
    if (entry.said().containsKey(PersonField.LEFT_ON)) {
      jdbc.sql("update person set left_contact = null where customer_id = :customer and id = :id")
          .param("customer", customer.value())
          .param("id", person)
          .update();
    }
    events.publishEvent(new PersonEntered(customer));
  }

  private void requireTag(
      CustomerId customer, PersonEntry entry, @Nullable String tag, Actor actor) {
    if (tag != null && of(customer, actor).stream().noneMatch(p -> same(p, entry, tag))) {
      throw new OptimisticLockingFailureException("the person was changed meanwhile");
    }
  }

  private static boolean same(Person person, PersonEntry entry, String tag) {
    return person.externalId().equals(entry.externalId())
        && person.source().equals(entry.source())
        && person.tag().equals(tag);
  }

  private long id(PersonEntry entry) {
    return jdbc.sql("select id from person where source = :source and external_id = :id")
        .param("source", entry.source())
        .param("id", entry.externalId())
        .query(Long.class)
        .single();
  }

  /** There is one main person: the others are it no longer. */
  private List<PersonEntry> others(CustomerId customer, PersonEntry main, Actor actor) {
    Map<PersonField, @Nullable Object> no = Map.of(PersonField.MAIN, false);
    return of(customer, actor).stream()
        .filter(Person::main)
        .filter(p -> !p.source().equals(main.source()) || !p.externalId().equals(main.externalId()))
        .map(p -> new PersonEntry(p.id(), main.customer(), p.source(), p.externalId(), null, no))
        .toList();
  }

  /** Takes away somebody who was noted by mistake; what he was stays in the history. */
  public void remove(CustomerId customer, long person, @Nullable String tag, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    customers.lockFacts();
    var now = require(customer, person, actor);
    if (tag != null && !Objects.equals(tag, now.tag())) {
      throw new OptimisticLockingFailureException("the person was changed meanwhile");
    }
    jdbc.sql(
            """
            with gone as (delete from person where customer_id = :customer and id = :person returning *)
            insert into fact_history (customer_id, fact, fact_id, was)
            select customer_id, 'person', id, to_jsonb(gone) from gone
            """)
        .param("customer", customer.value())
        .param("person", person)
        .update();
    audit.note(actor, "person.removed", "customer", customer.value(), Map.of());
  }
}
