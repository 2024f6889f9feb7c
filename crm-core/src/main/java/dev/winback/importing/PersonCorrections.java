package dev.winback.importing;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Person;
import dev.winback.customer.PersonEntry;
import dev.winback.customer.Persons;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Persons added and corrected by hand, under the columns and the checks of files. */
@Service
@Transactional
public class PersonCorrections {

  private static final String BY_HAND = "hand";

  private final Customers customers;
  private final Persons persons;
  private final Lapses lapses;
  private final ValueReading reading;
  private final BusinessClock clock;

  PersonCorrections(
      Customers customers,
      Persons persons,
      Lapses lapses,
      ValueReading reading,
      BusinessClock clock) {
    this.customers = customers;
    this.persons = persons;
    this.lapses = lapses;
    this.reading = reading;
    this.clock = clock;
  }

  /** The number of the new person. */
  public long add(String ref, Map<String, String> fields, Actor actor) {
    var customer = seen(ref, actor);
    if (blank(fields, "first_name") && blank(fields, "last_name")) {
      throw Refused.field("last_name", "person.refused.name");
    }
    var key = ref + "/" + UUID.randomUUID();
    return persons.put(customer, entry(ref, BY_HAND, key, fields), null, actor);
  }

  private static boolean blank(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").isBlank();
  }

  /** Changes the fields named and no other, an empty one to nothing. */
  public void change(
      String ref, long person, Map<String, String> fields, @Nullable String tag, Actor actor) {
    var customer = seen(ref, actor);
    var now = persons.require(customer, person, actor);
    persons.put(customer, entry(ref, now.source(), now.externalId(), fields), tag, actor);
  }

  /** DET-23: he is no longer with the firm, and no longer the one with whom we deal. */
  public void leave(String ref, long person, Actor actor) {
    change(ref, person, Map.of("left_on", clock.today().toString()), null, actor);
  }

  public void remove(String ref, long person, @Nullable String tag, Actor actor) {
    persons.remove(seen(ref, actor), person, tag, actor);
  }

  @Transactional(readOnly = true)
  public Person one(String ref, long person, Actor actor) {
    return persons.require(seen(ref, actor), person, actor);
  }

  private CustomerId seen(String ref, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = customers.require(ref);
    if (!lapses.sees(customer, actor)) {
      throw new NotFound("customer");
    }
    return customer;
  }

  private PersonEntry entry(String ref, String source, String key, Map<String, String> fields) {
    try {
      var cells = cells(ref, fields).checked();
      var said = PersonColumns.said(cells, reading.values(Notation.OURS));
      return new PersonEntry(0, ref, source, key, null, said);
    } catch (BadCell bad) {
      var field = Objects.requireNonNullElse(bad.column(), "person");
      throw Refused.field(field, "importing.error." + bad.code(), bad.figures().toArray());
    }
  }

  private static Cells cells(String ref, Map<String, String> fields) {
    var columns = new LinkedHashMap<>(Map.of("customer", 0));
    var values = new ArrayList<>(java.util.List.of(ref));
    fields.forEach(
        (name, value) -> {
          if (!PersonColumns.OPTIONAL.contains(name) || name.equals("person")) {
            throw new BadCell(name, "unknown-field");
          }
          columns.put(name, values.size());
          values.add(Corrections.asTyped(value));
        });
    return new Cells(0, columns, values);
  }
}
