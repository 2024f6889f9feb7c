package dev.winback.inbox;

import dev.winback.letter.TrackedLinks;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the letters of each rung, and which of them tell of their opening. */
@Service
@Transactional
public class Readings {

  private static final String READINGS = Sql.of(Readings.class, "readings.sql");

  private final JdbcClient jdbc;
  private final Audit audit;
  private final BusinessClock clock;

  Readings(JdbcClient jdbc, Audit audit, BusinessClock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** Rungs whose letters carry the picture that tells of their opening. */
  @Transactional(readOnly = true)
  public List<Integer> pixels(Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return jdbc.sql("select rung from rung_pixel order by rung").query(Integer.class).list();
  }

  /** With the picture or without it, from the next letter on. */
  public void pixel(int rung, boolean on, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    if (on) {
      requireAble(rung);
    }
    var sql =
        on
            ? "insert into rung_pixel select number from rung where number = :rung on conflict do nothing"
            : "delete from rung_pixel where rung = :rung";
    if (jdbc.sql(sql).param("rung", rung).update() == 1) {
      audit.note(actor, on ? "pixel-on" : "pixel-off", "rung", rung, Map.of());
    }
  }

  private void requireAble(int rung) {
    boolean there =
        jdbc.sql("select exists (select from rung where number = :rung)")
            .param("rung", rung)
            .query(Boolean.class)
            .single();
    if (!there || !TrackedLinks.canTell(rung)) {
      throw new Refused("inbox.refused.pixel");
    }
  }

  /** Rung by rung, what became of the letters of the last 30 days (MEA-06). */
  @Transactional(readOnly = true)
  public List<Reading> readings(Actor actor) {
    actor.require(Permission.SEE_ALL_LETTERS);
    return jdbc.sql(READINGS)
        .param("since", clock.instant().minus(SpamRates.COUNTED).atOffset(ZoneOffset.UTC))
        .query(Reading.class)
        .list();
  }
}
