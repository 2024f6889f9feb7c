package dev.winback.web.team;

import dev.winback.lapse.Departures;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Memberships;
import dev.winback.staff.Permission;
import dev.winback.staff.Seniority;
import dev.winback.staff.Standing;
import dev.winback.web.layout.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a member stands in the team, and what would go to whom if he left. */
@Controller
@RequestMapping("/settings/members/{id}")
class MemberStandingController {

  private final Memberships members;
  private final Departures departures;
  private final Wording wording;

  MemberStandingController(Memberships members, Departures departures, Wording wording) {
    this.members = members;
    this.departures = departures;
    this.wording = wording;
  }

  @PostMapping("/standing")
  String stand(
      @PathVariable MemberId id,
      @RequestParam(defaultValue = "senior") String seniority,
      @RequestParam(defaultValue = "12") int capacity,
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(required = false) @Nullable String deputy,
      Actor actor,
      RedirectAttributes after) {
    var standing = new Standing(Seniority.ofCode(seniority), capacity, region, deputy);
    var name = members.stand(id, standing, actor);
    after.addFlashAttribute("notice", wording.of("team.member.saved", name));
    return "redirect:/settings/members";
  }

  @GetMapping("/retirement")
  String preview(
      @PathVariable MemberId id,
      @RequestParam(required = false) @Nullable Long heir,
      @RequestParam(required = false) @Nullable String chosen,
      Actor actor,
      Model model) {
    actor.require(Permission.ADMINISTER);
    var all = members.all(actor);
    var leaver =
        all.stream()
            .filter(member -> member.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFound("member"));
    var to = heir != null ? new MemberId(heir) : chosen != null ? null : standIn(id, actor);
    var preview = departures.preview(id, to, actor);
    model.addAttribute("leaver", leaver);
    model.addAttribute("heir", to);
    model.addAttribute("members", all);
    model.addAttribute("lines", preview.lines());
    model.addAttribute("items", preview.items());
    return "team/leaving";
  }

  private @Nullable MemberId standIn(MemberId leaver, Actor actor) {
    return members.standIn(leaver, actor).orElse(null);
  }
}
