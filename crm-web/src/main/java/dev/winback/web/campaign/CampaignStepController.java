package dev.winback.web.campaign;

import dev.winback.campaign.CampaignState;
import dev.winback.campaign.CampaignWork;
import dev.winback.campaign.Campaigns;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps of a campaign, each with the way back. */
@Controller
@RequestMapping("/campaigns/{id}")
class CampaignStepController {

  /** What stands against a start and is put right by changing the campaign. */
  private static final Set<String> BY_EDITING =
      Set.of("campaign.refused.team", "campaign.refused.empty");

  private final Campaigns campaigns;
  private final CampaignWork work;
  private final Wording wording;

  CampaignStepController(Campaigns campaigns, CampaignWork work, Wording wording) {
    this.campaigns = campaigns;
    this.work = work;
    this.wording = wording;
  }

  @PostMapping("/start")
  String start(@PathVariable long id, Actor actor, RedirectAttributes after) {
    try {
      campaigns.move(id, CampaignState.RUNNING, actor);
    } catch (Refused refused) {
      if (!BY_EDITING.contains(refused.sentence().key())) {
        throw refused;
      }
      after.addFlashAttribute("refusedStart", wording.of(refused.sentence()));
      return "redirect:/campaigns/" + id;
    }
    work.share(id, actor);
    return back(id, "campaign.started", "draft", after);
  }

  /** Those whom nobody of the team has are given again. */
  @PostMapping("/sharing")
  String share(@PathVariable long id, Actor actor, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of("campaign.shared", work.share(id, actor)));
    after.addFlashAttribute("undo", "/campaigns/" + id + "/sharing/end");
    return "redirect:/campaigns/" + id;
  }

  @PostMapping("/sharing/end")
  String unshare(@PathVariable long id, Actor actor, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of("campaign.unshared", work.unshare(id, actor)));
    return "redirect:/campaigns/" + id;
  }

  @PostMapping("/draft")
  String draft(@PathVariable long id, Actor actor, RedirectAttributes after) {
    work.unshare(id, actor);
    campaigns.move(id, CampaignState.DRAFT, actor);
    return back(id, "campaign.drafted", null, after);
  }

  @PostMapping("/end")
  String end(@PathVariable long id, Actor actor, RedirectAttributes after) {
    campaigns.move(id, CampaignState.ENDED, actor);
    return back(id, "campaign.ended", "resumption", after);
  }

  @PostMapping("/resumption")
  String resume(@PathVariable long id, Actor actor, RedirectAttributes after) {
    campaigns.move(id, CampaignState.RUNNING, actor);
    return back(id, "campaign.resumed", null, after);
  }

  @PostMapping("/removal")
  String remove(@PathVariable long id, Actor actor, RedirectAttributes after) {
    campaigns.remove(id, actor);
    after.addFlashAttribute("notice", wording.of("campaign.removed"));
    after.addFlashAttribute("undo", "/campaigns/" + id + "/return");
    return "redirect:/campaigns";
  }

  @PostMapping("/return")
  String restore(@PathVariable long id, Actor actor, RedirectAttributes after) {
    campaigns.restore(id, actor);
    return back(id, "campaign.restored", null, after);
  }

  @PostMapping("/lapses/{lapse}/removal")
  String take(
      @PathVariable long id, @PathVariable long lapse, Actor actor, RedirectAttributes after) {
    campaigns.take(id, lapse, actor);
    return back(id, "campaign.taken", "lapses/" + lapse + "/return", after);
  }

  @PostMapping("/lapses/{lapse}/return")
  String put(
      @PathVariable long id, @PathVariable long lapse, Actor actor, RedirectAttributes after) {
    campaigns.put(id, List.of(lapse), actor);
    return back(id, "campaign.put", null, after);
  }

  private String back(long id, String key, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    if (undo != null) {
      after.addFlashAttribute("undo", "/campaigns/" + id + "/" + undo);
    }
    return "redirect:/campaigns/" + id;
  }
}
