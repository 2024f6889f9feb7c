package dev.winback.campaign;

import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Gives the losses of a campaign to its team. Each loss is its own transaction, because a rule that
 * refuses one member for one loss must not undo the others; run again it goes on where it stopped.
 */
@Service
public class CampaignWork {

  private static final String WAITING =
      Sql.of(CampaignWork.class, "waiting.sql").replace("/*states*/", CampaignLists.STATES);
  private static final String SHARED =
      Sql.of(CampaignWork.class, "shared.sql").replace("/*states*/", CampaignLists.STATES);
  private static final String LOAD =
      Sql.of(CampaignWork.class, "load.sql").replace("/*states*/", CampaignLists.STATES);

  private final JdbcClient jdbc;
  private final Decisions decisions;
  private final BusinessClock clock;

  CampaignWork(JdbcClient jdbc, Decisions decisions, BusinessClock clock) {
    this.jdbc = jdbc;
    this.decisions = decisions;
    this.clock = clock;
  }

  /** Who lost a customer does not get him, as everywhere; how many losses were given. */
  public int share(long campaign, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    actor.require(Permission.DECIDE);
    begin(campaign);
    var load = load(campaign);
    int given = 0;
    for (long lapse : waiting(campaign)) {
      given += give(new LapseId(lapse), load, actor);
    }
    return given;
  }

  private void begin(long campaign) {
    int running =
        jdbc.sql(
                "update campaign set shared_at = :now where id = :id and state = 'running' and removed_at is null")
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .param("id", campaign)
            .update();
    if (running == 0) {
      throw new Refused("campaign.refused.share");
    }
  }

  /**
   * Those whom the last sharing gave away are with whom they were before, unless something else has
   * happened to them since; how many.
   */
  public int unshare(long campaign, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    actor.require(Permission.DECIDE);
    var shared =
        jdbc.sql(SHARED)
            .param("campaign", campaign)
            .param("zone", clock.getZone().getId())
            .param("member", actor.member())
            .query(Long.class)
            .list();
    return shared.stream().mapToInt(lapse -> back(new LapseId(lapse), actor)).sum();
  }

  private int back(LapseId lapse, Actor actor) {
    try {
      decisions.undo(lapse, actor);
      return 1;
    } catch (Refused movedOn) {
      return 0;
    }
  }

  private TreeMap<String, Long> load(long campaign) {
    var load = new TreeMap<String, Long>();
    jdbc.sql(LOAD)
        .param("campaign", campaign)
        .param("zone", clock.getZone().getId())
        .query(
            row -> {
              load.put(row.getString("login"), row.getLong("losses"));
            });
    return load;
  }

  private List<Long> waiting(long campaign) {
    return jdbc.sql(WAITING)
        .param("campaign", campaign)
        .param("zone", clock.getZone().getId())
        .param("limit", Campaigns.MOST)
        .query(Long.class)
        .list();
  }

  /** To who has fewest of those whom the rules allow. */
  private int give(LapseId lapse, TreeMap<String, Long> load, Actor actor) {
    var order = load.keySet().stream().sorted(Comparator.comparing(load::get)).toList();
    for (var login : order) {
      try {
        decisions.assign(lapse, login, null, actor);
        load.merge(login, 1L, Long::sum);
        return 1;
      } catch (Refused notHim) {
        // the next of the team
      }
    }
    return 0;
  }
}
