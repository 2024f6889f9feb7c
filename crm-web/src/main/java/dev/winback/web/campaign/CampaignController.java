package dev.winback.web.campaign;

import dev.winback.campaign.Campaign;
import dev.winback.campaign.CampaignBudgets;
import dev.winback.campaign.CampaignEntry;
import dev.winback.campaign.CampaignFilter;
import dev.winback.campaign.CampaignLists;
import dev.winback.campaign.CampaignResults;
import dev.winback.campaign.CampaignState;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Campaigns and the losses on their lists, to look at and as files. */
@Controller
class CampaignController {

  private static final int ROWS = 50;

  private final CampaignLists campaigns;
  private final CampaignResults results;
  private final CampaignBudgets budgets;
  private final BusinessClock clock;
  private final Wording wording;

  CampaignController(
      CampaignLists campaigns,
      CampaignResults results,
      CampaignBudgets budgets,
      BusinessClock clock,
      Wording wording) {
    this.campaigns = campaigns;
    this.results = results;
    this.budgets = budgets;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/campaigns")
  String list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("state", state == null ? "" : state);
    model.addAttribute("states", CampaignState.values());
    var page = campaigns.page(state, after, ROWS, actor);
    model.addAttribute("page", page);
    model.addAttribute("spent", budgets.of(page.items(), actor));
    model.addAttribute("address", ListAddress.of(request));
    return "campaign/campaigns";
  }

  @GetMapping({"/campaigns.csv", "/campaigns.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String state,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    CampaignLists.state(state);
    try (var file = Export.open(request, response, clock.today(), "campaigns")) {
      file.head(wording.of("campaign.csv"));
      campaigns.export(
          state, actor, row -> file.row(cells(row, budgets.of(List.of(row), actor).get(row.id()))));
    }
  }

  private @Nullable Object[] cells(Campaign row, CampaignBudgets.@Nullable Spent spent) {
    return new @Nullable Object[] {
      row.title(),
      wording.of("campaign.state." + row.state()),
      row.lead(),
      row.post(),
      row.startsOn(),
      row.endsOn(),
      row.teamNames(),
      row.losses(),
      row.contacted(),
      row.coverage(),
      row.returned(),
      row.budget(),
      spent == null ? null : spent.percent(),
      row.bonusPercent(),
      row.control(),
      row.kept(),
      row.held()
    };
  }

  @GetMapping("/campaigns/{id}")
  String one(
      @PathVariable long id,
      CampaignFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var campaign = campaigns.one(id, actor);
    model.addAttribute("campaign", campaign);
    model.addAttribute("figures", results.of(campaign, actor));
    model.addAttribute("effect", results.effect(campaign, actor));
    model.addAttribute("show", filter.asked());
    model.addAttribute("filter", filter);
    model.addAttribute("shows", CampaignFilter.SHOWN);
    model.addAttribute("page", campaigns.lapses(id, filter, after, ROWS, actor));
    model.addAttribute("count", campaigns.count(id, filter, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "campaign/campaign";
  }

  /** The form with what a campaign says now. */
  static CampaignEntry entry(Campaign c) {
    return new CampaignEntry(
        c.title(),
        c.leadLogin(),
        c.post(),
        c.startsOn().toString(),
        c.endsOn().toString(),
        c.team(),
        c.offers(),
        c.mostPercent() == null ? null : c.mostPercent().toString(),
        c.budget() == null ? null : c.budget().toPlainString(),
        c.bonusPercent() == null ? null : c.bonusPercent().toPlainString(),
        c.incentive(),
        c.control() == 0 ? null : String.valueOf(c.control()));
  }
}
