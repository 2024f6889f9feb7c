package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.MemberId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives open lapses to the rep with the least open work for his capacity who never lost this
 * customer (DEC-22).
 */
@Component
class Assignment {

  private static final String UNASSIGN = Sql.of(Assignment.class, "unassign.sql");
  private static final String REPS = Sql.of(Assignment.class, "reps.sql");
  private static final String UNASSIGNED = Sql.of(Assignment.class, "unassigned.sql");
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

  private record Waiting(long lapse, Set<Long> blamed) {}

  int assign(LocalDate day) {
    unassign();
    var reps = jdbc.sql(REPS).query(Workload::of).list();
    int assigned = 0;
    var page = waiting(0);
    while (!page.isEmpty()) {
      assigned += assign(page, reps, day);
      page = waiting(page.get(page.size() - 1).lapse());
    }
    return assigned;
  }

  private void unassign() {
    jdbc.sql(UNASSIGN)
        .query((row, n) -> new LapseId(row.getLong("id")))
        .list()
        .forEach(lapse -> events.publishEvent(new LapseReassigned(lapse, null)));
  }

  private List<Waiting> waiting(long after) {
    return jdbc.sql(UNASSIGNED)
        .param("after", after)
        .query(
            (row, n) ->
                new Waiting(
                    row.getLong("id"),
                    Set.copyOf(Arrays.asList((Long[]) row.getArray("blamed").getArray()))))
        .list();
  }

  private int assign(List<Waiting> page, List<Workload> reps, LocalDate day) {
    var given = new LinkedHashMap<Long, Long>();
    var queued = new ArrayList<Long>();
    for (var waiting : page) {
      var rep = least(reps, waiting.blamed());
      if (rep == null) {
        queued.add(waiting.lapse());
      } else {
        given.put(waiting.lapse(), rep.takeOne());
      }
    }
    queue(queued, reps.isEmpty() ? "no-rep" : "only-losers");
    return write(given, day);
  }

  private static @Nullable Workload least(List<Workload> reps, Set<Long> blamed) {
    return reps.stream()
        .filter(rep -> !blamed.contains(rep.member()))
        .min(Workload.LEAST_FIRST)
        .orElse(null);
  }

  private void queue(List<Long> lapses, String reason) {
    jdbc.sql(QUEUE).param("lapses", Attribution.array(lapses)).param("reason", reason).update();
  }

  private int write(Map<Long, Long> given, LocalDate day) {
    return jdbc.sql(ASSIGN)
        .param("lapses", Attribution.array(given.keySet()))
        .param("members", Attribution.array(given.values()))
        .param("day", day)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The members who lost this customer in any lapse. */
  boolean blames(long customer, MemberId member) {
    return jdbc.sql(
            "select exists (select 1 from lapse where customer_id = :customer and lost_by = :member)")
        .param("customer", customer)
        .param("member", member.value())
        .query(Boolean.class)
        .single();
  }

  boolean isActiveRep(MemberId member) {
    return jdbc.sql(
            "select exists (select 1 from member where id = :member and active and role = 'REP')")
        .param("member", member.value())
        .query(Boolean.class)
        .single();
  }
}
