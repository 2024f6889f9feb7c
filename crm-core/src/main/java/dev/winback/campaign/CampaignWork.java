package dev.winback.campaign;

import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the losses of a campaign to its team. Each loss is its own transaction, because a rule that
 * refuses one member for one loss must not undo the others; run again it goes on where it stopped.
 */
@Service
public class CampaignWork {

  private static final String WAITING =
      Sql.of(CampaignWork.class, "waiting.sql").replace("/*states*/", CampaignLists.STATES);
  private static final String SHARED = Sql.of(CampaignWork.class, "shared.sql");
  private static final String GIVEN = Sql.of(CampaignWork.class, "given.sql");
  private static final String LOAD =
      Sql.of(CampaignWork.class, "load.sql").replace("/*states*/", CampaignLists.STATES);

  private final JdbcClient jdbc;
  private final SharingLease lease;
  private final Decisions decisions;
  private final BusinessClock clock;
  private final TransactionTemplate transaction;

  CampaignWork(
      JdbcClient jdbc,
      SharingLease lease,
      Decisions decisions,
      BusinessClock clock,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.lease = lease;
    this.decisions = decisions;
    this.clock = clock;
    transaction = new TransactionTemplate(transactions);
  }

  /** Who lost a customer does not get him, as everywhere; how many losses were given. */
  public int share(long campaign, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    actor.require(Permission.DECIDE);
    requireRunning(campaign);
    return lease.alone(campaign, () -> give(campaign, actor));
  }

  private void requireRunning(long campaign) {
    boolean running =
        jdbc.sql(
                "select exists (select from campaign where id = :id and state = 'running' and removed_at is null)")
            .param("id", campaign)
            .query(Boolean.class)
            .single();
    if (!running) {
      throw new Refused("campaign.refused.share");
    }
  }

  private int give(long campaign, Actor actor) {
    var share = new Share(campaign, clock.utc(), load(campaign));
    int given = 0;
    for (long lapse : waiting(campaign)) {
      lease.hold(campaign);
      given += give(share, new LapseId(lapse), actor);
    }
    return given;
  }

  /** One press: when it began, and how many losses each of the team has by login. */
  private record Share(long campaign, OffsetDateTime began, TreeMap<String, Long> load) {}

  /**
   * Those whom the last sharing gave away are with whom they were before, unless something else has
   * happened to them since; how many.
   */
  public int unshare(long campaign, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    actor.require(Permission.DECIDE);
    return lease.alone(campaign, () -> back(campaign, actor));
  }

  /** A loss and the step by which it was given, by its number. */
  private record Given(long lapse, long step) {}

  private List<Given> shared(long campaign, Actor actor) {
    return jdbc.sql(SHARED)
        .param("campaign", campaign)
        .param("member", actor.member())
        .query(Given.class)
        .list();
  }

  private int back(long campaign, Actor actor) {
    int back = 0;
    for (var given : shared(campaign, actor)) {
      lease.hold(campaign);
      back += back(given, actor);
    }
    return back;
  }

  private int back(Given given, Actor actor) {
    try {
      decisions.undo(new LapseId(given.lapse()), given.step(), actor);
      return 1;
    } catch (Refused | ConcurrencyFailureException movedOn) {
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

  /** To who has fewest of those whom the rules allow; a loss that somebody is at is left to him. */
  private int give(Share share, LapseId lapse, Actor actor) {
    var load = share.load();
    var order = load.keySet().stream().sorted(Comparator.comparing(load::get)).toList();
    for (var login : order) {
      try {
        transaction.executeWithoutResult(tx -> give(share, lapse, login, actor));
        load.merge(login, 1L, Long::sum);
        return 1;
      } catch (Refused notHim) {
        // the next of the team
      } catch (ConcurrencyFailureException busy) {
        return 0;
      }
    }
    return 0;
  }

  private void give(Share share, LapseId lapse, String login, Actor actor) {
    decisions.assign(lapse, login, null, actor);
    jdbc.sql(GIVEN)
        .param("campaign", share.campaign())
        .param("lapse", lapse.value())
        .param("step", decisions.newest(lapse))
        .param("began", share.began())
        .update();
  }
}
