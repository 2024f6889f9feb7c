package dev.winback.web.campaign;

import dev.winback.campaign.Campaign;
import dev.winback.campaign.CampaignCall;
import dev.winback.campaign.CampaignCalls;
import dev.winback.campaign.CampaignEffect;
import dev.winback.campaign.CampaignFigures;
import dev.winback.campaign.CampaignFilter;
import dev.winback.campaign.CampaignLists;
import dev.winback.campaign.CampaignResults;
import dev.winback.campaign.CampaignRow;
import dev.winback.experiment.Verdict;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns for scripts. */
@RestController
@RequestMapping("/api/v1/campaigns")
class CampaignApi {

  private static final int MOST = 1000;

  private final CampaignLists campaigns;
  private final CampaignResults results;
  private final CampaignCalls calls;

  CampaignApi(CampaignLists campaigns, CampaignResults results, CampaignCalls calls) {
    this.campaigns = campaigns;
    this.results = results;
    this.calls = calls;
  }

  record Whole(
      Campaign campaign,
      int coverage,
      CampaignFigures figures,
      @Nullable ComparisonBody comparison) {}

  /** Shares from -1 to 1; money of the margin that came by it up to the last look. */
  record ComparisonBody(
      long treated,
      long control,
      List<CampaignEffect.Held> held,
      long treatedOver,
      long treatedReturned,
      long controlOver,
      long controlReturned,
      Verdict verdict,
      int look,
      long more,
      @Nullable Double difference,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable BigDecimal margin,
      @Nullable BigDecimal marginLow,
      @Nullable BigDecimal marginHigh,
      @Nullable Long romiPercent,
      @Nullable Long romiLow,
      @Nullable Long romiHigh) {

    static ComparisonBody of(CampaignEffect effect) {
      var shown = effect.increment();
      var finding = shown.finding();
      var difference = finding.difference();
      return new ComparisonBody(
          effect.treated(),
          effect.control(),
          effect.held(),
          shown.treated().of(),
          shown.treated().returned(),
          shown.kept().of(),
          shown.kept().returned(),
          finding.verdict(),
          finding.look(),
          finding.more(),
          difference == null ? null : finding.above(),
          difference == null ? null : difference.low(),
          difference == null ? null : difference.high(),
          shown.margin(),
          shown.low(),
          shown.high(),
          shown.romi(),
          shown.romiLow(),
          shown.romiHigh());
    }
  }

  @GetMapping
  Paged<Campaign> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    return campaigns.page(state, after, checked(limit), actor);
  }

  @GetMapping("/{id}")
  Whole one(@PathVariable long id, Actor actor) {
    var campaign = campaigns.one(id, actor);
    var effect = results.effect(campaign, actor);
    return new Whole(
        campaign,
        campaign.coverage(),
        results.of(campaign, actor),
        effect == null ? null : ComparisonBody.of(effect));
  }

  @GetMapping("/{id}/lapses")
  Paged<CampaignRow> lapses(
      @PathVariable long id,
      CampaignFilter filter,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    return campaigns.lapses(id, filter, after, checked(limit), actor);
  }

  @GetMapping("/{id}/calls")
  Paged<CampaignCall> calls(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String who,
      @RequestParam(defaultValue = "false") boolean talks,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    return calls.page(id, who, talks, after, checked(limit), actor);
  }

  private static int checked(int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    return limit;
  }
}
