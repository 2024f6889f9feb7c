package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The rows of sheets, and what a card reads of a customer beside them. */
@Component
class SheetRows {

  private static final String GOODS = Sql.of(SheetRows.class, "bought.sql");
  private static final String FACTS = Sql.of(SheetRows.class, "called.sql");
  private static final String KEPT = Sql.of(SheetRows.class, "sheet-kept.sql");
  private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final BusinessClock clock;

  SheetRows(JdbcClient jdbc, ObjectMapper json, BusinessClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  CallSheet sheet(TaskId task, Actor actor) {
    return jdbc.sql(
            "select fields::text from call_sheet where task_id = :task and member_id = :member")
        .param("task", task.value())
        .param("member", actor.member())
        .query(String.class)
        .optional()
        .map(text -> new CallSheet(json.readValue(text, FIELDS), text))
        .orElse(CallSheet.EMPTY);
  }

  /** Of an open task or a call that can still be taken back; the task is locked by now. */
  boolean kept(TaskId task) {
    return jdbc.sql(KEPT)
        .param("task", task.value())
        .param("since", clock.instant().minus(CallUndo.WITHIN).atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  void keep(TaskId task, Map<String, String> fields, Actor actor) {
    jdbc.sql(
            """
            insert into call_sheet (task_id, member_id, fields, saved_at)
            values (:task, :member, :fields::jsonb, :now)
            on conflict (task_id, member_id) do update set fields = excluded.fields, saved_at = excluded.saved_at
            """)
        .param("task", task.value())
        .param("member", actor.member())
        .param("fields", json.writeValueAsString(fields))
        .param("now", clock.utc())
        .update();
  }

  List<Bought> goods(CustomerId customer) {
    return jdbc.sql(GOODS)
        .param("customer", customer.value())
        .param("zone", clock.getZone().getId())
        .query(Bought.class)
        .list();
  }

  CalledFacts facts(CustomerId customer) {
    return jdbc.sql(FACTS)
        .param("customer", customer.value())
        .param("zone", clock.getZone().getId())
        .query(CalledFacts.class)
        .single();
  }
}
