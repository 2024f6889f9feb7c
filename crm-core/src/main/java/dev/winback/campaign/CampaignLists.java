package dev.winback.campaign;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Campaigns as lists: each with its coverage, its losses and its figures. */
@Service
@Transactional(readOnly = true)
public class CampaignLists {

  static final String STATES = Sql.of(CampaignLists.class, "states.sql");

  private static final String SEEN = Sql.of(CampaignLists.class, "seen.sql");

  private static final String CAMPAIGNS =
      Sql.of(CampaignLists.class, "campaigns.sql")
          .replace("/*states*/", STATES)
          .replace("/*seen*/", SEEN);
  private static final String KNOWN =
      "select count(*) from campaign k where k.id = :id and k.removed_at is null and " + SEEN;
  private static final String WHERE =
      Sql.of(CampaignLists.class, "lapses-where.sql").replace("/*states*/", STATES);
  private static final String LAPSES =
      Sql.of(CampaignLists.class, "lapses.sql").replace("/*where*/", WHERE);
  private static final String COUNT = "select count(*) " + WHERE;
  private static final LocalDate BEGIN = LocalDate.of(2000, 1, 1);

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final String currency;

  CampaignLists(JdbcClient jdbc, BusinessClock clock, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    currency = settings.currency().getCurrencyCode();
  }

  /** Those that run first; a rep sees those in whose team he is. */
  public Paged<Campaign> page(
      @Nullable String state, @Nullable String after, int limit, Actor actor) {
    var rows = campaigns(null, state(state), Cursor.decode(after, 3), limit + 1, actor).list();
    return Paged.of(rows, limit, CampaignLists::cursor);
  }

  /** The state that holds, null for all; refused when the address says one that is none. */
  public static @Nullable String state(@Nullable String asked) {
    if (asked == null || asked.isBlank()) {
      return null;
    }
    if (List.of(CampaignState.values()).stream().noneMatch(s -> s.code().equals(asked.strip()))) {
      throw Refused.field("state", "campaign.refused.state", asked);
    }
    return asked.strip();
  }

  private static String cursor(Campaign row) {
    int place = row.state().equals("running") ? 0 : row.state().equals("draft") ? 1 : 2;
    return Cursor.encode(place, -ChronoUnit.DAYS.between(BEGIN, row.startsOn()), row.id());
  }

  public Campaign one(long id, Actor actor) {
    return campaigns(id, null, null, 1, actor)
        .optional()
        .orElseThrow(() -> new NotFound("campaign"));
  }

  /**
   * Refuses one that there is not, or that the member does not see, without counting its losses.
   */
  public void check(long id, Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    var known = jdbc.sql(KNOWN).params(Visible.to(actor)).param("id", id).query(Integer.class);
    if (known.single() == 0) {
      throw new NotFound("campaign");
    }
  }

  /** All of them one by one. */
  public void export(@Nullable String state, Actor actor, Consumer<Campaign> sink) {
    actor.require(Permission.EXPORT);
    try (var rows = campaigns(null, state(state), null, null, actor).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.MappedQuerySpec<Campaign> campaigns(
      @Nullable Long id,
      @Nullable String state,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    actor.require(Permission.SEE_REPORTS);
    return jdbc.sql(CAMPAIGNS)
        .params(Visible.to(actor))
        .param("zone", clock.getZone().getId())
        .param("currency", currency)
        .param("id", id)
        .param("state", state)
        .param("after_place", after == null ? null : after.number(0))
        .param("after_start", after == null ? null : after.number(1))
        .param("after_id", after == null ? null : after.number(2))
        .param("limit", limit)
        .withFetchSize(500)
        .query(Campaign.class);
  }

  /** The losses of a campaign, dearest first. */
  public Paged<CampaignRow> lapses(
      long campaign, CampaignFilter filter, @Nullable String after, int limit, Actor actor) {
    check(campaign, actor);
    var cursor = Cursor.decode(after, 2);
    var rows =
        lapses(campaign, filter, cursor, limit + 1, actor).query(CampaignRow.class).list().stream()
            .map(row -> seenBy(actor, row))
            .toList();
    return Paged.of(rows, limit, row -> Cursor.encode(row.valueYear(), row.lapse()));
  }

  /** Nobody who works on losses is told who is compared with whom. */
  private static CampaignRow seenBy(Actor actor, CampaignRow row) {
    return actor.may(Permission.SEE_ALL_FIGURES) ? row : row.withoutArm();
  }

  public long count(long campaign, CampaignFilter filter, Actor actor) {
    return select(Visible.counted(COUNT, actor), campaign, filter, actor)
        .query(Long.class)
        .single();
  }

  public void export(
      long campaign, CampaignFilter filter, Actor actor, Consumer<CampaignRow> sink) {
    actor.require(Permission.EXPORT);
    check(campaign, actor);
    var all = lapses(campaign, filter, null, null, actor).withFetchSize(500);
    try (var rows = all.query(CampaignRow.class).stream()) {
      rows.forEach(row -> sink.accept(seenBy(actor, row)));
    }
  }

  private JdbcClient.StatementSpec lapses(
      long campaign,
      CampaignFilter filter,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    return select(LAPSES, campaign, filter, actor)
        .param("after_value", after == null ? null : after.amount(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  private JdbcClient.StatementSpec select(
      String sql, long campaign, CampaignFilter filter, Actor actor) {
    if (filter.compared()) {
      actor.require(Permission.SEE_ALL_FIGURES);
    }
    return jdbc.sql(Visible.in(sql, actor))
        .params(Visible.to(actor))
        .param("zone", clock.getZone().getId())
        .param("day", clock.today())
        .param("campaign", campaign)
        .param("show", filter.asked())
        .param("compared", filter.compared())
        .param("held", filter.reason())
        .param("who", filter.login());
  }
}
