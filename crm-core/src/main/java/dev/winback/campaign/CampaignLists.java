package dev.winback.campaign;

import dev.winback.lapse.Visible;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
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

  public static final List<String> SHOWN = List.of("all", "uncontacted", "outside", "returned");

  static final String STATES = Sql.of(CampaignLists.class, "states.sql");

  private static final String CAMPAIGNS =
      Sql.of(CampaignLists.class, "campaigns.sql").replace("/*states*/", STATES);
  private static final String WHERE =
      Sql.of(CampaignLists.class, "lapses-where.sql")
          .replace("/*states*/", STATES)
          .replace("/*visible*/", Visible.CUSTOMER);
  private static final String LAPSES =
      Sql.of(CampaignLists.class, "lapses.sql").replace("/*where*/", WHERE);
  private static final LocalDate BEGIN = LocalDate.of(2000, 1, 1);

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  CampaignLists(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
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
        .param("id", id)
        .param("state", state)
        .param("after_place", after == null ? null : after.number(0))
        .param("after_start", after == null ? null : after.number(1))
        .param("after_id", after == null ? null : after.number(2))
        .param("limit", limit)
        .withFetchSize(500)
        .query(Campaign.class);
  }

  /** The losses of a campaign, dearest first; {@code show} is one of {@link #SHOWN}. */
  public Paged<CampaignRow> lapses(
      long campaign, @Nullable String show, @Nullable String after, int limit, Actor actor) {
    one(campaign, actor);
    var cursor = Cursor.decode(after, 2);
    var rows = lapses(campaign, show, cursor, limit + 1, actor).query(CampaignRow.class).list();
    return Paged.of(rows, limit, row -> Cursor.encode(row.valueYear(), row.lapse()));
  }

  public long count(long campaign, @Nullable String show, Actor actor) {
    return select("select count(*) " + WHERE, campaign, show, actor).query(Long.class).single();
  }

  public void export(
      long campaign, @Nullable String show, Actor actor, Consumer<CampaignRow> sink) {
    actor.require(Permission.EXPORT);
    one(campaign, actor);
    var all = lapses(campaign, show, null, null, actor).withFetchSize(500);
    try (var rows = all.query(CampaignRow.class).stream()) {
      rows.forEach(sink);
    }
  }

  private JdbcClient.StatementSpec lapses(
      long campaign,
      @Nullable String show,
      @Nullable Cursor after,
      @Nullable Integer limit,
      Actor actor) {
    return select(LAPSES, campaign, show, actor)
        .param("day", clock.today())
        .param("after_value", after == null ? null : after.amount(0))
        .param("after_id", after == null ? null : after.number(1))
        .param("limit", limit);
  }

  private JdbcClient.StatementSpec select(
      String sql, long campaign, @Nullable String show, Actor actor) {
    return jdbc.sql(sql)
        .params(Visible.to(actor))
        .param("zone", clock.getZone().getId())
        .param("campaign", campaign)
        .param("show", asked(show));
  }

  /** The word that holds; refused when the address says one that is none. */
  public static String asked(@Nullable String show) {
    var asked = show == null || show.isBlank() ? "all" : show.strip();
    if (!SHOWN.contains(asked)) {
      throw Refused.field("show", "campaign.refused.show", asked, String.join(", ", SHOWN));
    }
    return asked;
  }
}
