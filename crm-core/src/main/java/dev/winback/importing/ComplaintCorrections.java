package dev.winback.importing;

import dev.winback.complaint.Complaint;
import dev.winback.complaint.Complaints;
import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Complaints written down and settled by hand (UND-19), under the columns and the checks of files
 * and by their way, so that each change has its history.
 */
@Service
@Transactional
public class ComplaintCorrections {

  private static final String BY_HAND = "hand";
  private static final Set<String> FIELDS =
      Set.of("time", "text", "severity", "human", "member", "resolved_at", "satisfied");

  private final Customers customers;
  private final Complaints complaints;
  private final Lapses lapses;
  private final ValueReading reading;
  private final BusinessClock clock;
  private final Audit audit;

  ComplaintCorrections(
      Customers customers,
      Complaints complaints,
      Lapses lapses,
      ValueReading reading,
      BusinessClock clock,
      Audit audit) {
    this.customers = customers;
    this.complaints = complaints;
    this.lapses = lapses;
    this.reading = reading;
    this.clock = clock;
    this.audit = audit;
  }

  /**
   * A complaint that somebody heard, now unless a time is said; the key of the form makes sending
   * it twice one complaint. Its number.
   */
  public long add(String ref, String form, Map<String, String> fields, Actor actor) {
    var customer = seen(ref, actor);
    var said = new LinkedHashMap<>(fields);
    if (said.getOrDefault("text", "").isBlank()) {
      throw Refused.field("text", "complaint.refused.text");
    }
    if (said.getOrDefault("time", "").isBlank()) {
      said.put("time", clock.instant().toString());
    }
    complaints.record(List.of(read(ref, BY_HAND, ref + "/" + form, said)));
    note("added", customer, actor);
    return complaints.number(BY_HAND, ref + "/" + form);
  }

  /** It is settled; what he thinks of it is asked apart. */
  public void resolve(String ref, long complaint, Actor actor) {
    var told = known(seen(ref, actor), complaint).time();
    var now = clock.instant();
    // told with a time later today
    var at = now.isBefore(told) ? told : now;
    change(ref, complaint, Map.of("resolved_at", at.toString()), actor);
  }

  /** It is open after all. */
  public void reopen(String ref, long complaint, Actor actor) {
    change(ref, complaint, Map.of("resolved_at", "", "satisfied", ""), actor);
  }

  /**
   * Satisfied with the reaction: {@code true}, {@code false}, or nothing for not asked; in the same
   * words what stood there before.
   */
  public String satisfied(String ref, long complaint, String answer, Actor actor) {
    var before = known(seen(ref, actor), complaint).satisfied();
    change(ref, complaint, Map.of("satisfied", answer), actor);
    return before == null ? "" : before.toString();
  }

  /** Changes the fields named and no other, whoever told of the complaint. */
  public void change(String ref, long complaint, Map<String, String> fields, Actor actor) {
    var customer = seen(ref, actor);
    var known = known(customer, complaint);
    var said = new LinkedHashMap<>(fields);
    said.put("time", known.time().toString());
    complaints.record(List.of(read(known.ref(), known.source(), known.externalId(), said)));
    note("changed", customer, actor);
  }

  private Complaints.Key known(CustomerId customer, long complaint) {
    return complaints.key(customer, complaint).orElseThrow(() -> new NotFound("complaint"));
  }

  /** Takes away what was written down by hand and by mistake; what a file told stays. */
  public void remove(String ref, long complaint, Actor actor) {
    var customer = seen(ref, actor);
    complaints.remove(customer, complaint, BY_HAND);
    note("removed", customer, actor);
  }

  private CustomerId seen(String ref, Actor actor) {
    actor.require(Permission.EDIT_CUSTOMERS);
    var customer = customers.require(ref);
    if (!lapses.sees(customer, actor)) {
      throw new NotFound("customer");
    }
    return customer;
  }

  private void note(String act, CustomerId customer, Actor actor) {
    audit.note(actor, "complaint." + act, "customer", customer.value(), Map.of());
  }

  private Complaint read(String ref, String source, String key, Map<String, String> fields) {
    try {
      return ComplaintColumns.read(
          cells(ref, source, key, fields).checked(), reading.values(Notation.OURS));
    } catch (BadCell bad) {
      var field = Objects.requireNonNullElse(bad.column(), "complaint");
      throw Refused.field(field, "importing.error." + bad.code(), bad.figures().toArray());
    }
  }

  private static Cells cells(String ref, String source, String key, Map<String, String> fields) {
    var columns = new LinkedHashMap<>(Map.of("customer", 0, "source", 1, "complaint", 2));
    var values = new ArrayList<>(List.of(ref, source, key));
    fields.forEach(
        (name, value) -> {
          if (!FIELDS.contains(name)) {
            throw new BadCell(name, "unknown-field");
          }
          columns.put(name, values.size());
          values.add(Corrections.asTyped(value));
        });
    return new Cells(0, columns, values);
  }
}
