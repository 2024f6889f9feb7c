package dev.winback.bulk;

import dev.winback.customer.NonClients;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.letter.Farewells;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.OrderedCalls;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The act itself, upon one loss. */
@Component
class BulkActs {

  private final JdbcClient jdbc;
  private final Staff staff;
  private final Decisions decisions;
  private final Lapses lapses;
  private final NonClients nonClients;
  private final Farewells farewells;
  private final OrderedCalls calls;

  BulkActs(
      JdbcClient jdbc,
      Staff staff,
      Decisions decisions,
      Lapses lapses,
      NonClients nonClients,
      Farewells farewells,
      OrderedCalls calls) {
    this.calls = calls;
    this.jdbc = jdbc;
    this.staff = staff;
    this.decisions = decisions;
    this.lapses = lapses;
    this.nonClients = nonClients;
    this.farewells = farewells;
  }

  /** What a job does, in the name of whom. */
  record Act(long job, BulkAction action, Said said, Actor actor) {}

  record Said(
      String reason,
      @Nullable LocalDate until,
      String member,
      @Nullable String override,
      boolean farewell) {}

  /** Not found when its member has left. */
  Act of(long job) {
    return jdbc.sql(
            """
            select j.action, m.login, coalesce(j.parameters ->> 'reason', '') as reason,
                   (j.parameters ->> 'until')::date as until, j.parameters ->> 'member' as member,
                   j.parameters ->> 'override' as override, (j.parameters ->> 'farewell')::boolean as farewell
              from bulk_job j join member m on m.id = j.member_id
             where j.id = :job
            """)
        .param("job", job)
        .query(
            (row, n) ->
                new Act(
                    job,
                    BulkAction.valueOf(row.getString("action")),
                    new Said(
                        row.getString("reason"),
                        row.getObject("until", LocalDate.class),
                        row.getString("member"),
                        row.getString("override"),
                        row.getBoolean("farewell")),
                    staff.actor(row.getString("login"))))
        .optional()
        .orElseThrow(() -> new NotFound("job"));
  }

  void takeBack(Act act, BulkStore.Row row) {
    if (act.action() == BulkAction.NON_CLIENT) {
      nonClients.welcome(ref(act, row.lapse()), act.actor());
    } else if (act.action() == BulkAction.TASK) {
      calls.takeBack(row.lapse(), act.job(), act.actor());
    } else if (row.step() == 0) {
      decisions.undo(row.lapse(), act.actor()); // done by a program of before, which kept no step
    } else {
      decisions.undo(row.lapse(), row.step(), act.actor());
    }
  }

  /** The number of the step that it was for the loss. */
  long perform(Act act, LapseId lapse) {
    var said = act.said();
    var decision = act.action().decision();
    if (decision != null) {
      decisions.decide(lapse, decision, said.reason(), said.until(), act.actor());
    } else if (act.action() == BulkAction.ASSIGN) {
      decisions.assign(lapse, said.member(), said.override(), act.actor());
    } else if (act.action() == BulkAction.TASK) {
      calls.order(lapse, said.until(), said.reason(), act.job(), act.actor());
    } else {
      nonClients.refuse(ref(act, lapse), said.reason(), act.actor());
    }
    if (said.farewell()) {
      // who cannot be written to is let go without a word
      farewells.write(lapse, act.actor());
    }
    return decisions.newest(lapse);
  }

  private String ref(Act act, LapseId lapse) {
    return lapses.row(lapse, act.actor()).ref();
  }
}
