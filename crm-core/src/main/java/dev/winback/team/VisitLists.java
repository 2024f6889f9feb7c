package dev.winback.team;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Visits as they are read: of one loss, and those ahead of a member or of the team (CAL-29). */
@Service
@Transactional(readOnly = true)
public class VisitLists {

  /** So many of those ahead stand on a page. */
  public static final int SHOWN = 100;

  private static final String VISITS = Sql.of(VisitLists.class, "visits.sql");
  private static final String OF_LAPSE =
      VISITS.replace("/*which*/", "l.id = :lapse order by v.starts_at desc, v.id desc");
  private static final String COMING =
      VISITS.replace(
          "/*which*/",
          """
          v.done_at is null and v.cancelled_at is null and l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING')
          and (:all or rep.id = :member)
          order by v.starts_at, v.id limit :limit""");

  private final JdbcClient jdbc;
  private final Lapses lapses;

  VisitLists(JdbcClient jdbc, Lapses lapses) {
    this.jdbc = jdbc;
    this.lapses = lapses;
  }

  /** The visits of a loss, the latest first. */
  public List<Visit> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return jdbc.sql(OF_LAPSE).param("lapse", lapse.value()).query(Visit.class).list();
  }

  /** The next visit of a loss that is still to come or to be summed up. */
  public Optional<Visit> next(LapseId lapse, Actor actor) {
    return of(lapse, actor).stream().filter(Visit::open).reduce((later, sooner) -> sooner);
  }

  /**
   * Those that are to come or to be summed up, the soonest first; a rep's own. At most one more
   * than {@link #SHOWN}: then there are more.
   */
  public List<Visit> coming(Actor actor) {
    actor.require(Permission.SEE_TEAM);
    return jdbc.sql(COMING)
        .param("all", actor.may(Permission.SEE_ALL_TASKS))
        .param("member", actor.member())
        .param("limit", SHOWN + 1)
        .query(Visit.class)
        .list();
  }
}
