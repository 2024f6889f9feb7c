package dev.winback.campaign;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.worth.ArmDay;
import dev.winback.worth.CostSettings;
import dev.winback.worth.Costs;
import dev.winback.worth.Romi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What campaigns cost and brought, shown by its parts (MEA-04). */
@Service
@Transactional(readOnly = true)
public class CampaignResults {

  private static final String FIGURES =
      Sql.of(CampaignResults.class, "figures.sql").replace("/*calls*/", CampaignCalls.COUNTED);
  private static final String MEMBERS =
      Sql.of(CampaignResults.class, "members.sql").replace("/*calls*/", CampaignCalls.COUNTED);
  private static final String EFFECT =
      Sql.of(CampaignResults.class, "effect.sql").replace("/*states*/", CampaignLists.STATES);
  private static final String HELD =
      "select held_reason as reason, count(*) as losses from ("
          + CampaignLists.STATES
          + " where x.campaign_id = :campaign) s where arm = 'held' group by held_reason order by 1";

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Costs costs;
  private final String currency;

  CampaignResults(JdbcClient jdbc, BusinessClock clock, Costs costs, Settings settings) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.costs = costs;
    currency = settings.currency().getCurrencyCode();
  }

  public String currency() {
    return currency;
  }

  record Done(
      long calls,
      long letters,
      long returned,
      BigDecimal trial,
      BigDecimal revenue,
      BigDecimal offers) {}

  /** Of a campaign that the member was shown; who does not run campaigns sees no other's money. */
  public CampaignFigures of(Campaign campaign, Actor actor) {
    var done = spans(FIGURES, campaign).query(Done.class).single();
    var members = spans(MEMBERS, campaign).query(CampaignFigures.MemberLine.class).list();
    var whole = figures(campaign, costs.settings(), done, members);
    return actor.may(Permission.RUN_CAMPAIGNS) ? whole : whole.seenBy(actor.login());
  }

  /** What it brought beyond what would have come by itself; null for who sees no such figures. */
  public @Nullable CampaignEffect effect(Campaign campaign, Actor actor) {
    if (!actor.may(Permission.SEE_ALL_FIGURES)) {
      return null;
    }
    var terms = costs.settings();
    var days = spans(EFFECT, campaign).query((row, nr) -> day(row, terms)).list();
    return CampaignEffect.of(days, spans(HELD, campaign).query(CampaignEffect.Held.class).list());
  }

  private static CampaignEffect.Day day(ResultSet row, CostSettings terms) throws SQLException {
    var cost = terms.calls(row.getLong("calls")).add(row.getBigDecimal("given"));
    return new CampaignEffect.Day(ArmDay.of(row, terms, cost), row.getBoolean("over"));
  }

  private JdbcClient.StatementSpec spans(String sql, Campaign campaign) {
    return jdbc.sql(sql)
        .param("campaign", campaign.id())
        .param("day", clock.today())
        .param("currency", currency)
        .param("zone", clock.getZone().getId());
  }

  private CampaignFigures figures(
      Campaign campaign,
      CostSettings settings,
      Done done,
      List<CampaignFigures.MemberLine> members) {
    var time = money(settings.calls(done.calls()));
    var post = money(settings.letterCost().multiply(BigDecimal.valueOf(done.letters())));
    var bonus =
        members.stream()
            .map(CampaignFigures.MemberLine::bonus)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    var margin = Romi.margin(done.revenue(), settings.marginPercent());
    var cost = time.add(post).add(done.offers()).add(bonus);
    return new CampaignFigures(
        currency,
        done.calls(),
        done.letters(),
        done.returned(),
        done.trial(),
        done.revenue(),
        margin,
        time,
        post,
        done.offers(),
        bonus,
        cost,
        campaign.budget() == null ? null : campaign.budget().subtract(cost),
        new Romi(margin, cost).percent(),
        members);
  }

  private static BigDecimal money(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
