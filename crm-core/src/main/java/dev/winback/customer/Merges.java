package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Two records of one person become one customer, and two again if they were not (I10). */
@Service
@Transactional
public class Merges {

  private static final String MERGES_OF = Sql.of(Merges.class, "merges-of.sql");
  private static final String NUMBER_LEADS_TO = Sql.of(Merges.class, "number-leads-to.sql");
  private static final String NEVER = "never_contact";

  private final JdbcClient jdbc;
  private final Customers customers;
  private final MergeRecords records;
  private final Parting parting;
  private final Suppressions suppressions;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Merges(
      JdbcClient jdbc,
      Customers customers,
      MergeRecords records,
      Parting parting,
      Suppressions suppressions,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.customers = customers;
    this.records = records;
    this.parting = parting;
    this.suppressions = suppressions;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** What was merged into the customer and can be taken apart again. */
  @Transactional(readOnly = true)
  public List<Merge> of(CustomerId customer) {
    return jdbc.sql(MERGES_OF).param("id", customer.value()).query(Merge.class).list();
  }

  /** What each field of the record that stays would become; only those that would change. */
  public Map<String, @Nullable Object> changes(
      String ref, String other, Set<String> fromOther, Actor actor) {
    actor.require(Permission.SEE_DUPLICATES);
    var pair = records.pair(ref, other);
    return changes(pair.get(0), pair.get(1), fromOther);
  }

  private static Map<String, @Nullable Object> changes(
      MergeRecords.One kept, MergeRecords.One other, Set<String> fromOther) {
    return new FieldMerge(kept.fields(), other.fields(), fromOther)
        .changes(kept.unwilling() || other.unwilling());
  }

  /**
   * The other record becomes part of the first one with everything that hangs on it; of the fields
   * named the other's value stays. The number of the merge, by which it is taken apart again.
   */
  public long merge(String ref, String otherRef, Set<String> fromOther, Actor actor) {
    actor.require(Permission.MERGE_CUSTOMERS);
    FieldMerge.requireChoices(fromOther);
    customers.lockFacts();
    var pair = records.pair(ref, otherRef);
    var kept = pair.get(0);
    var other = pair.get(1);
    var changes = changes(kept, other, fromOther);
    stopMailboxes(kept, other, changes);
    long merge = note(kept, other, changes, actor);
    var moving = records.partOf(other.id());
    records.root(moving, kept.id());
    if (!changes.isEmpty()) {
      changes.put("import_id", null);
      records.write(kept.id(), changes);
    }
    moved(merge, moving, kept, other, departed(kept, changes), actor);
    return merge;
  }

  private void moved(
      long merge,
      Set<CustomerId> moving,
      MergeRecords.One kept,
      MergeRecords.One other,
      @Nullable String departed,
      Actor actor) {
    var from = new CustomerId(other.id());
    var to = new CustomerId(kept.id());
    events.publishEvent(new CustomersMoved(merge, moving, from, to, false, departed, actor));
    leads(other.id(), kept.id());
    var detail = Map.of("merge", merge, "other", other.id());
    audit.note(actor, "customer.merged", "customer", kept.id(), detail);
  }

  /** The mailbox before the lapses, as announcements of letters lock them. */
  private void stopMailboxes(
      MergeRecords.One kept, MergeRecords.One other, Map<String, @Nullable Object> changes) {
    boolean never = NEVER.equals(changes.getOrDefault("status", kept.fields().get("status")));
    for (var one : List.of(kept, other)) {
      if (never && one.fields().get("email") instanceof String email && !email.isBlank()) {
        suppressions.stop(email, Suppressions.Reason.OBJECTION, null);
      }
    }
  }

  private long note(
      MergeRecords.One kept,
      MergeRecords.One other,
      Map<String, @Nullable Object> changes,
      Actor actor) {
    var was = new java.util.LinkedHashMap<String, @Nullable Object>();
    changes.keySet().forEach(field -> was.put(field, kept.fields().get(field)));
    if (!changes.isEmpty()) {
      was.put("import_id", kept.fields().get("import_id"));
    }
    return jdbc.sql(
            """
            insert into customer_merge (into_id, merged_id, member_id, merged_at, was, became)
            values (:into, :merged, :member, :now, :was::jsonb, :became::jsonb)
            returning id
            """)
        .param("into", kept.id())
        .param("merged", other.id())
        .param("member", actor.member())
        .param("now", clock.utc())
        .param("was", records.text(was))
        .param("became", records.text(changes))
        .query(Long.class)
        .single();
  }

  private void leads(long merged, long to) {
    jdbc.sql(NUMBER_LEADS_TO).param("merged", merged).param("to", to).update();
  }

  private static @Nullable String departed(
      MergeRecords.One kept, Map<String, @Nullable Object> changes) {
    var status = changes.getOrDefault("status", kept.fields().get("status"));
    return status == null || status.equals("active") ? null : status.toString();
  }

  @EventListener
  @Order(CustomersMoved.DEPARTURE)
  void depart(CustomersMoved moved) {
    if (moved.departed() != null) {
      events.publishEvent(new CustomerDeparted(moved.to(), moved.departed(), moved.actor()));
    }
  }

  /** Takes a record out of the customer again; whatever came in under its numbers goes with it. */
  public void part(String ref, long merge, Actor actor) {
    actor.require(Permission.MERGE_CUSTOMERS);
    customers.lockFacts();
    parting.part(customers.require(ref), merge, actor);
  }

  /** The number of the customer that a record is part of by now; empty for one of its own. */
  @Transactional(readOnly = true)
  public Optional<String> survivor(String ref) {
    return jdbc.sql(
            """
            select s.ref from customer m join customer s on s.id = m.merged_into
            where m.ref = :ref and m.erased_at is null
            """)
        .param("ref", ref)
        .query(String.class)
        .optional();
  }
}
