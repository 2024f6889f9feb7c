package dev.winback.campaign;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calls behind the numbers of a campaign's team, the newest first; {@code who} is a login, null
 * for all; {@code talks} leaves out those in which nobody was reached.
 */
@Service
@Transactional(readOnly = true)
public class CampaignCalls {

  private static final String WHERE = Sql.of(CampaignCalls.class, "calls-where.sql");

  /** For who counts them without looking at their customers. */
  static final String COUNTED = Pieces.counted(WHERE, Map.of());

  private static final String CALLS =
      Sql.of(CampaignCalls.class, "calls.sql")
          .replace("/*where*/", WHERE)
          .replace("/*visible*/", Visible.CUSTOMER);
  private static final String COUNT =
      "select count(*) "
          + WHERE
          + " and (cast(:who as text) is null or m.login = :who) and (not :talks or r.reached) and "
          + Visible.CUSTOMER;

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final CampaignLists lists;

  CampaignCalls(JdbcClient jdbc, BusinessClock clock, CampaignLists lists) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.lists = lists;
  }

  public Paged<CampaignCall> page(
      long campaign,
      @Nullable String who,
      boolean talks,
      @Nullable String after,
      int limit,
      Actor actor) {
    var cursor = Cursor.decode(after, 2);
    var rows =
        select(Pieces.limited(CALLS, limit + 1), campaign, who, talks, actor)
            .param("after_at", cursor == null ? null : cursor.moment(0))
            .param("after_id", cursor == null ? null : cursor.number(1))
            .query(CampaignCall.class)
            .list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.calledAt(), row.id()));
  }

  public long count(long campaign, @Nullable String who, boolean talks, Actor actor) {
    return select(COUNT, campaign, who, talks, actor).query(Long.class).single();
  }

  public void export(
      long campaign,
      @Nullable String who,
      boolean talks,
      Actor actor,
      Consumer<CampaignCall> sink) {
    actor.require(Permission.EXPORT);
    var all =
        select(Pieces.limited(CALLS, null), campaign, who, talks, actor)
            .param("after_at", null)
            .param("after_id", null)
            .withFetchSize(500);
    try (var rows = all.query(CampaignCall.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec select(
      String sql, long campaign, @Nullable String who, boolean talks, Actor actor) {
    lists.check(campaign, actor);
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("zone", clock.getZone().getId())
        .param("day", clock.today())
        .param("campaign", campaign)
        .param("who", who == null || who.isBlank() ? null : who.strip())
        .param("talks", talks);
  }
}
