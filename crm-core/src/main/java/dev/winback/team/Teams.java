package dev.winback.team;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the team did, one by one and without a ranking (days.md, "Monday" 7). */
@Service
@Transactional(readOnly = true)
public class Teams {

  private static final String LINES = Sql.of(Teams.class, "team-lines.sql");

  private final JdbcClient jdbc;
  private final TeamPeriod period;
  private final BusinessClock clock;
  private final String currency;

  Teams(JdbcClient jdbc, TeamPeriod period, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.period = period;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  /** By name; a rep sees his own line. */
  public List<TeamLine> lines(TeamFilter filter, Actor actor) {
    actor.require(Permission.SEE_TEAM);
    return jdbc.sql(LINES)
        .param("all", actor.may(Permission.SEE_ALL_FIGURES))
        .param("member", actor.member())
        .param("from", period.first(filter))
        .param("to", period.last(filter))
        .param("today", clock.today())
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .param("talks", Talks.RESULTS)
        .query(TeamLine.class)
        .list();
  }

  public String currency() {
    return currency;
  }
}
