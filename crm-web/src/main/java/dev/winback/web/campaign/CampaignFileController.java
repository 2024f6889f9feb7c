package dev.winback.web.campaign;

import dev.winback.campaign.CampaignCalls;
import dev.winback.campaign.CampaignEffect;
import dev.winback.campaign.CampaignFilter;
import dev.winback.campaign.CampaignLists;
import dev.winback.campaign.CampaignResults;
import dev.winback.campaign.CampaignRow;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.ComparisonCells;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list, the comparison and the calls of a campaign as files, and its calls as a page. */
@Controller
class CampaignFileController {

  private static final int ROWS = 50;

  private final CampaignLists campaigns;
  private final CampaignResults results;
  private final CampaignCalls calls;
  private final BusinessClock clock;
  private final Wording wording;

  CampaignFileController(
      CampaignLists campaigns,
      CampaignResults results,
      CampaignCalls calls,
      BusinessClock clock,
      Wording wording) {
    this.campaigns = campaigns;
    this.results = results;
    this.calls = calls;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping({"/campaigns/{id}/lapses.csv", "/campaigns/{id}/lapses.xlsx"})
  void lapses(
      @PathVariable long id,
      CampaignFilter filter,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    campaigns.check(id, actor);
    campaigns.count(id, filter, actor);
    try (var file = Export.open(request, response, clock.today(), "campaign-" + id)) {
      file.head(wording.of("campaign.lapses.csv"));
      campaigns.export(id, filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(CampaignRow row) {
    return new @Nullable Object[] {
      row.ref(),
      row.name(),
      wording.of("stage." + row.stage()),
      row.assignee(),
      row.valueYear(),
      row.currency(),
      row.lastContact(),
      row.touched() ? wording.of("category.yes") : "",
      row.returnedOn(),
      row.trial(),
      row.arm() == null ? "" : wording.of("campaign.arm." + row.arm()),
      row.held() == null ? "" : wording.of("campaign.held." + row.held()),
      row.drawnOn()
    };
  }

  @GetMapping({"/campaigns/{id}/comparison.csv", "/campaigns/{id}/comparison.xlsx"})
  void comparison(
      @PathVariable long id,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var effect = results.effect(campaigns.one(id, actor), actor);
    if (effect == null) {
      throw new NotFound("campaign");
    }
    try (var file = Export.open(request, response, clock.today(), "campaign-comparison-" + id)) {
      file.head(wording.of("campaign.comparison.csv"));
      file.row(cells(effect));
    }
  }

  private static @Nullable Object[] cells(CampaignEffect effect) {
    var drawn =
        new @Nullable Object[] {
          effect.treated(),
          effect.control(),
          effect.held().stream().mapToLong(CampaignEffect.Held::losses).sum()
        };
    return Stream.of(drawn, ComparisonCells.of(effect.increment()))
        .flatMap(Arrays::stream)
        .toArray();
  }

  @GetMapping("/campaigns/{id}/calls")
  String calls(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(defaultValue = "false") boolean talks,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    var campaign = campaigns.one(id, actor);
    model.addAttribute("campaign", campaign);
    model.addAttribute("talks", talks);
    model.addAttribute("page", calls.page(id, who, talks, after, ROWS, actor));
    model.addAttribute("count", calls.count(id, who, talks, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "campaign/calls";
  }

  @GetMapping({"/campaigns/{id}/calls.csv", "/campaigns/{id}/calls.xlsx"})
  void callFile(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(defaultValue = "false") boolean talks,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    campaigns.check(id, actor);
    try (var file = Export.open(request, response, clock.today(), "campaign-calls-" + id)) {
      file.head(wording.of("campaign.calls.csv"));
      calls.export(
          id,
          who,
          talks,
          actor,
          row ->
              file.row(
                  row.ref(),
                  row.name(),
                  row.member(),
                  row.calledAt(),
                  wording.of("task.result." + row.said()),
                  row.talked() ? wording.of("category.yes") : ""));
    }
  }
}
