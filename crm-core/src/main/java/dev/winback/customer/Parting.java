package dev.winback.customer;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes merged records apart again. */
@Component
class Parting {

  private final JdbcClient jdbc;
  private final MergeRecords records;
  private final Audit audit;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Parting(
      JdbcClient jdbc,
      MergeRecords records,
      Audit audit,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.records = records;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  private record Merged(long id, long intoId, long mergedId, String was, String became) {}

  void part(CustomerId customer, long id, Actor actor) {
    var merge = standing(id, customer);
    var kept = records.lock(merge.intoId());
    requireNotPartItself(kept);
    jdbc.sql(
            "delete from customer_alias where source = '' and number = (select ref from customer where id = :id) and origin_id = :id")
        .param("id", merge.mergedId())
        .update();
    var moving = records.partOf(merge.mergedId());
    giveBack(merge, kept);
    end(merge, actor);
    records.root(moving, merge.mergedId());
    var back = new CustomerId(merge.mergedId());
    events.publishEvent(new CustomersMoved(id, moving, customer, back, true, null, actor));
    var detail = Map.of("merge", id, "other", merge.mergedId());
    audit.note(actor, "customer.parted", "customer", customer.value(), detail);
  }

  private Merged standing(long id, CustomerId customer) {
    return jdbc.sql(
            """
            select id, into_id, merged_id, was::text as was, became::text as became
            from customer_merge where id = :id and into_id = :into and parted_at is null
            for update
            """)
        .param("id", id)
        .param("into", customer.value())
        .query(Merged.class)
        .optional()
        .orElseThrow(() -> new NotFound("merge"));
  }

  private static void requireNotPartItself(MergeRecords.One kept) {
    if (kept.mergedInto() != null) {
      throw new Refused("merge.refused.nested", kept.ref());
    }
  }

  /** The fields that the merge filled and nobody has changed since. */
  private void giveBack(Merged merge, MergeRecords.One kept) {
    var was = records.fields(merge.was());
    var became = records.fields(merge.became());
    var back = new LinkedHashMap<String, @Nullable Object>();
    for (var field : became.keySet()) {
      if (passedOn(merge, field, was, became)) {
        continue; // a later merge built on it
      }
      if (Objects.equals(kept.fields().get(field), became.get(field)) && mayReturn(field, kept)) {
        back.put(field, was.get(field));
      }
    }
    if (back.size() == became.size() && kept.fields().get("import_id") == null) {
      back.put("import_id", was.get("import_id"));
    }
    if (!back.isEmpty()) {
      records.write(kept.id(), back);
    }
  }

  /** An opt-out that came in between stays. */
  private static boolean mayReturn(String field, MergeRecords.One kept) {
    return !(field.startsWith("consent") || field.equals("email_consent")) || !kept.unwilling();
  }

  /** The next merge that changed the field gives back what was before this one. */
  private boolean passedOn(
      Merged merge,
      String field,
      Map<String, @Nullable Object> was,
      Map<String, @Nullable Object> became) {
    for (var later : later(merge)) {
      var laterWas = records.fields(later.was());
      if (laterWas.containsKey(field) && Objects.equals(laterWas.get(field), became.get(field))) {
        laterWas.put(field, was.get(field));
        jdbc.sql("update customer_merge set was = :was::jsonb where id = :id")
            .param("was", records.text(laterWas))
            .param("id", later.id())
            .update();
        return true;
      }
    }
    return false;
  }

  private List<Merged> later(Merged merge) {
    return jdbc.sql(
            """
            select id, into_id, merged_id, was::text as was, became::text as became
            from customer_merge where into_id = :into and id > :id and parted_at is null order by id
            """)
        .param("into", merge.intoId())
        .param("id", merge.id())
        .query(Merged.class)
        .list();
  }

  private void end(Merged merge, Actor actor) {
    jdbc.sql("update customer_merge set parted_by = :member, parted_at = :now where id = :id")
        .param("member", actor.member())
        .param("now", clock.utc())
        .param("id", merge.id())
        .update();
  }
}
