package dev.winback.campaign;

import dev.winback.campaign.CampaignFigures.Strain;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much of their budgets campaigns have spent (OPS-02); it is said and holds nothing back. */
@Service
@Transactional(readOnly = true)
public class CampaignBudgets {

  /** More run at once nowhere. */
  private static final int MOST = 1_000;

  private final CampaignLists lists;
  private final CampaignResults results;

  CampaignBudgets(CampaignLists lists, CampaignResults results) {
    this.lists = lists;
    this.results = results;
  }

  /** What one campaign has spent: whole percent, and what to think of it. */
  public record Spent(long percent, Strain strain) {}

  /** By number, of those with a budget that have begun; nothing for who does not run campaigns. */
  public Map<Long, Spent> of(List<Campaign> campaigns, Actor actor) {
    var spent = new LinkedHashMap<Long, Spent>();
    if (actor.may(Permission.RUN_CAMPAIGNS)) {
      campaigns.stream()
          .filter(row -> row.budget() != null && !row.state().equals(CampaignState.DRAFT.code()))
          .forEach(row -> spent.put(row.id(), of(row, actor)));
    }
    return spent;
  }

  private Spent of(Campaign campaign, Actor actor) {
    var percent = Objects.requireNonNull(results.of(campaign, actor).spentPercent());
    return new Spent(percent, Strain.of(percent));
  }

  /** How many that run stand how, each judged once; nothing for who does not run campaigns. */
  public Map<Strain, Long> counts(Actor actor) {
    var running = lists.page(CampaignState.RUNNING.code(), null, MOST, actor).items();
    return of(running, actor).values().stream()
        .collect(Collectors.groupingBy(Spent::strain, Collectors.counting()));
  }
}
