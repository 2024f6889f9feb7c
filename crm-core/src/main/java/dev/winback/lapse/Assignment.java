package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives open lapses to the rep with the least open work for his capacity who never lost this
 * customer and is experienced enough for him (DEC-22, DEC-24, DEC-25).
 */
@Component
class Assignment {

  private static final String WAITING = Sql.of(Assignment.class, "waiting.sql");

  /** A page of those without an assignee; whom marketing or a manager has stays with them. */
  private static final String UNASSIGNED =
      WAITING.replace(
          "/*which*/",
          """
          l.assignee is null and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') and l.id > :after
          and coalesce(l.queue_reason, '') not in ('marketing', 'moved')
          order by l.id limit 5000""");

  private static final String THESE =
      WAITING.replace(
          "/*which*/",
          "l.assignee is null and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING') and l.id = any (:lapses::bigint[]) order by l.id");

  private static final String ONE = WAITING.replace("/*which*/", "l.id = :lapse");
  private static final String UNASSIGN = Sql.of(Assignment.class, "unassign.sql");
  private static final String REPS = Sql.of(Assignment.class, "reps.sql");
  private static final String ASSIGN = Sql.of(Assignment.class, "assign.sql");
  private static final String QUEUE = Sql.of(Assignment.class, "queue.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Assignment(JdbcClient jdbc, BusinessClock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  int assign(LocalDate day) {
    events.publishEvent(LapsesReassigned.toNobody(takeAway()));
    return give(day);
  }

  /** From whom may not have them any more; whose tasks they were is the caller's business. */
  List<LapseId> takeAway() {
    return jdbc.sql(UNASSIGN).query((row, n) -> new LapseId(row.getLong("id"))).list();
  }

  /** To everybody who may have one of those without an assignee. */
  int give(LocalDate day) {
    var reps = members().stream().filter(Workload::byNight).toList();
    int assigned = 0;
    var page = waiting(0);
    while (!page.isEmpty()) {
      assigned += give(page, reps, day);
      page = waiting(page.get(page.size() - 1).lapse());
    }
    return assigned;
  }

  /** The same for a few, whatever waits beside them. */
  void give(List<LapseId> lapses, LocalDate day) {
    if (!lapses.isEmpty()) {
      var page =
          jdbc.sql(THESE)
              .param("lapses", Sql.array(lapses.stream().map(LapseId::value).toList()))
              .query(Waiting::of)
              .list();
      give(page, members().stream().filter(Workload::byNight).toList(), day);
    }
  }

  List<Workload> members() {
    return jdbc.sql(REPS).query(Workload::of).list();
  }

  private List<Waiting> waiting(long after) {
    return jdbc.sql(UNASSIGNED).param("after", after).query(Waiting::of).list();
  }

  private int give(List<Waiting> page, List<Workload> reps, LocalDate day) {
    var given = new LinkedHashMap<Long, Long>();
    var queued = new LinkedHashMap<Long, String>();
    for (var waiting : page) {
      var rep = waiting.least(reps);
      if (rep == null) {
        queued.put(waiting.lapse(), waiting.reason(reps));
      } else {
        given.put(waiting.lapse(), rep.takeOne());
      }
    }
    queue(queued);
    return write(given, day);
  }

  private void queue(Map<Long, String> reasons) {
    jdbc.sql(QUEUE)
        .param("lapses", Sql.array(reasons.keySet()))
        .param("reasons", reasons.values().toArray(String[]::new))
        .update();
  }

  private int write(Map<Long, Long> given, LocalDate day) {
    return jdbc.sql(ASSIGN)
        .param("lapses", Sql.array(given.keySet()))
        .param("members", Sql.array(given.values()))
        .param("day", day)
        .param("now", clock.utc())
        .update();
  }

  /** What the rules go by for one loss. */
  Waiting waiting(LapseId lapse) {
    return jdbc.sql(ONE)
        .param("lapse", lapse.value())
        .query(Waiting::of)
        .optional()
        .orElseThrow(() -> new NotFound("lapse"));
  }
}
