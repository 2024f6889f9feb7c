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
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.api.ComparisonBody;
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

  /** In which group the losses of the list are; {@code held} were not due, by reason. */
  record DrawnBody(long treated, long control, List<CampaignEffect.Held> held) {}

  /** What was drawn and the comparison are for who sees all figures. */
  record Whole(
      Campaign campaign,
      int coverage,
      CampaignFigures figures,
      @Nullable DrawnBody drawn,
      @Nullable ComparisonBody comparison) {

    static Whole of(Campaign campaign, CampaignFigures figures, @Nullable CampaignEffect effect) {
      return effect == null
          ? new Whole(campaign, campaign.coverage(), figures, null, null)
          : new Whole(
              campaign,
              campaign.coverage(),
              figures,
              new DrawnBody(effect.treated(), effect.control(), effect.held()),
              ComparisonBody.of(effect.increment()));
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
    return Whole.of(campaign, results.of(campaign, actor), results.effect(campaign, actor));
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
