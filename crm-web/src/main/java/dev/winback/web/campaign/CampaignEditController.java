package dev.winback.web.campaign;

import dev.winback.campaign.CampaignEntry;
import dev.winback.campaign.CampaignLists;
import dev.winback.campaign.CampaignResults;
import dev.winback.campaign.Campaigns;
import dev.winback.lapse.LapseId;
import dev.winback.report.LostCustomers;
import dev.winback.report.LostFilter;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Permission;
import dev.winback.staff.Role;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans a campaign for the rows of a lost list, and changes it. */
@Controller
class CampaignEditController {

  private final Campaigns campaigns;
  private final CampaignLists lists;
  private final CampaignResults results;
  private final LostCustomers lost;
  private final Staff staff;
  private final Wording wording;

  CampaignEditController(
      Campaigns campaigns,
      CampaignLists lists,
      CampaignResults results,
      LostCustomers lost,
      Staff staff,
      Wording wording) {
    this.campaigns = campaigns;
    this.lists = lists;
    this.results = results;
    this.lost = lost;
    this.staff = staff;
    this.wording = wording;
  }

  /** The address has the filter of the lost list that becomes the list. */
  @GetMapping("/campaigns/new")
  ModelAndView plan(LostFilter filter, HttpServletRequest request, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    var page = form(CampaignEntry.EMPTY, "/campaigns?" + query(request), null);
    return page.addObject("count", lost.count(filter, actor));
  }

  @PostMapping("/campaigns")
  ModelAndView add(
      CampaignEntry entry,
      LostFilter filter,
      HttpServletRequest request,
      Actor actor,
      RedirectAttributes after) {
    actor.require(Permission.RUN_CAMPAIGNS);
    try {
      long id = campaigns.add(entry, rows(filter, actor), actor);
      after.addFlashAttribute("notice", wording.of("campaign.added"));
      after.addFlashAttribute("undo", "/campaigns/" + id + "/removal");
      return new ModelAndView("redirect:/campaigns/" + id);
    } catch (Refused refused) {
      var page = form(entry, "/campaigns?" + query(request), refused);
      return page.addObject("count", lost.count(filter, actor));
    }
  }

  private List<Long> rows(LostFilter filter, Actor actor) {
    if (lost.count(filter, actor) > Campaigns.MOST) {
      throw new Refused("campaign.refused.many", Campaigns.MOST);
    }
    return lost.all(filter, actor).stream().map(LapseId::value).toList();
  }

  private static String query(HttpServletRequest request) {
    var query = request.getQueryString();
    return query == null ? "" : query;
  }

  @GetMapping("/campaigns/{id}/edit")
  ModelAndView edit(@PathVariable long id, Actor actor) {
    actor.require(Permission.RUN_CAMPAIGNS);
    var campaign = lists.one(id, actor);
    return changing(id, CampaignController.entry(campaign), campaign.version(), null);
  }

  @PostMapping("/campaigns/{id}")
  ModelAndView change(
      @PathVariable long id,
      CampaignEntry entry,
      @RequestParam(defaultValue = "0") long version,
      Actor actor,
      RedirectAttributes after) {
    actor.require(Permission.RUN_CAMPAIGNS);
    lists.check(id, actor);
    try {
      campaigns.change(id, entry, version, actor);
    } catch (Refused refused) {
      return changing(id, entry, version, refused);
    }
    after.addFlashAttribute("notice", wording.of("campaign.saved"));
    return new ModelAndView("redirect:/campaigns/" + id);
  }

  private ModelAndView changing(
      long id, CampaignEntry entry, long version, @Nullable Refused refused) {
    return form(entry, "/campaigns/" + id, refused)
        .addObject("id", id)
        .addObject("version", version);
  }

  private ModelAndView form(CampaignEntry entry, String action, @Nullable Refused refused) {
    var page = new ModelAndView("campaign/edit");
    page.addObject("entry", entry);
    page.addObject("action", action);
    page.addObject("currency", results.currency());
    page.addObject("leads", staff.active());
    page.addObject(
        "workers", staff.active().stream().filter(CampaignEditController::works).toList());
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  private static boolean works(MemberRow member) {
    return member.role() == Role.REP || member.role() == Role.MANAGER;
  }
}
