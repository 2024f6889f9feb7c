package dev.winback.letter;

import static dev.winback.staff.Permission.RELEASE_LETTERS;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cap of a day that a person gives a rung, and the rungs that the program stopped. */
@Service
@Transactional
public class RungLoads {

  private static final int MOST_A_DAY = 10_000_000;

  private final LadderSwitch switches;
  private final JdbcClient jdbc;
  private final Audit audit;

  RungLoads(LadderSwitch switches, JdbcClient jdbc, Audit audit) {
    this.switches = switches;
    this.jdbc = jdbc;
    this.audit = audit;
  }

  @Transactional(readOnly = true)
  public List<RungLoad> list(Actor actor) {
    actor.require(RELEASE_LETTERS);
    return jdbc.sql(
            """
            select number, daily_cap, paused_at, paused_because from rung where retired_at is null
             order by number <= 0, abs(number)
            """)
        .query(
            (row, n) -> {
              var moment = row.getObject("paused_at", OffsetDateTime.class);
              return new RungLoad(
                  row.getInt("number"),
                  row.getObject("daily_cap", Integer.class),
                  moment == null ? null : moment.toInstant(),
                  row.getString("paused_because"));
            })
        .list();
  }

  /** Letters a day of each of these rungs, null for no cap. */
  public void cap(Map<Integer, @Nullable Integer> caps, Actor actor) {
    actor.require(RELEASE_LETTERS);
    caps.forEach((rung, most) -> cap(rung, most, actor));
  }

  private void cap(int rung, @Nullable Integer most, Actor actor) {
    SendingSettings.within("cap." + rung, most, MOST_A_DAY);
    if (rung == Confirmations.RUNG && most != null) {
      throw Refused.field("cap." + rung, "sending.refused.confirmation");
    }
    int capped =
        jdbc.sql("update rung set daily_cap = :most, version = version + 1 where number = :rung")
            .param("most", most)
            .param("rung", rung)
            .update();
    if (capped == 0) {
      throw new NotFound("rung");
    }
    wake("DAY_CAP", rung);
    audit.note(actor, "cap", "rung", rung, Map.of("most", "" + most));
  }

  /** A person has looked at a rung that the program stopped; stopping counts anew from now. */
  public void resume(int rung, Actor actor) {
    actor.require(RELEASE_LETTERS);
    int resumed =
        jdbc.sql(
                """
                update rung
                   set paused_at = null, paused_because = null, resumed_at = clock_timestamp(), version = version + 1
                 where number = :rung and paused_at is not null
                """)
            .param("rung", rung)
            .update();
    if (resumed > 0) {
      // what became due meanwhile was asked nothing else: lot, floor and budget are asked now
      switches.judge(rung);
      wake("RUNG_PAUSED", rung);
      audit.note(actor, "resume", "rung", rung, Map.of());
    }
  }

  private void wake(String reason, int rung) {
    jdbc.sql(
            """
            update letter set state = 'PLANNED', hold_reason = null, hold_until = null, version = version + 1
             where state = 'HELD' and hold_reason = :reason and rung = :rung
            """)
        .param("reason", reason)
        .param("rung", rung)
        .update();
  }
}
