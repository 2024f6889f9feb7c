package dev.winback.web.campaign;

import dev.winback.campaign.Campaign;
import dev.winback.campaign.CampaignFigures;
import dev.winback.campaign.CampaignLists;
import dev.winback.campaign.CampaignResults;
import dev.winback.campaign.CampaignRow;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
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

  CampaignApi(CampaignLists campaigns, CampaignResults results) {
    this.campaigns = campaigns;
    this.results = results;
  }

  record Whole(Campaign campaign, int coverage, CampaignFigures figures) {}

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
    return new Whole(campaign, campaign.coverage(), results.of(campaign, actor));
  }

  @GetMapping("/{id}/lapses")
  Paged<CampaignRow> lapses(
      @PathVariable long id,
      @RequestParam(required = false) @Nullable String show,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(required = false) @Nullable String after,
      Actor actor) {
    return campaigns.lapses(id, show, after, checked(limit), actor);
  }

  private static int checked(int limit) {
    if (limit < 1 || limit > MOST) {
      throw Refused.field("limit", "refused.limit", MOST, limit);
    }
    return limit;
  }
}
