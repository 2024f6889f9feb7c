package dev.winback.web.settings;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Memberships;
import dev.winback.staff.NewMember;
import dev.winback.staff.Role;
import dev.winback.web.layout.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The members of the firm: hired, retired and taken back, with a new password where one is lost.
 */
@Controller
@RequestMapping("/settings/members")
class MemberController {

  private final Memberships members;
  private final Wording wording;

  MemberController(Memberships members, Wording wording) {
    this.members = members;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView list(Actor actor) {
    return page(NewMember.EMPTY, null, null, actor);
  }

  @PostMapping
  ModelAndView hire(NewMember entry, Actor actor, RedirectAttributes after) {
    try {
      members.hire(entry, actor);
    } catch (Refused refused) {
      return page(entry, refused, null, actor);
    }
    return back("settings.members.hired", String.valueOf(entry.name()), null, after);
  }

  /** With {@code chosen} the heir is as said, also when it is nobody; without it the deputy. */
  @PostMapping("/{id}/retirement")
  ModelAndView retire(
      @PathVariable MemberId id,
      @RequestParam(required = false) @Nullable Long heir,
      @RequestParam(defaultValue = "false") boolean chosen,
      Actor actor,
      RedirectAttributes after) {
    var undo = "/settings/members/" + id.value() + "/employment";
    var to = heir == null ? null : new MemberId(heir);
    var name = chosen ? members.retire(id, to, actor) : members.retire(id, actor);
    return back("settings.members.retired", name, undo, after);
  }

  @PostMapping("/{id}/employment")
  ModelAndView takeBack(@PathVariable MemberId id, Actor actor, RedirectAttributes after) {
    return back("settings.members.taken-back", members.takeBack(id, actor), null, after);
  }

  @PostMapping("/{id}/password")
  ModelAndView resetPassword(
      @PathVariable MemberId id,
      @RequestParam String password,
      Actor actor,
      RedirectAttributes after) {
    try {
      var name = members.resetPassword(id, password, actor);
      return back("settings.members.password-reset", name, null, after);
    } catch (Refused refused) {
      return page(NewMember.EMPTY, refused, id, actor);
    }
  }

  private ModelAndView back(
      String key, String name, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key, name));
    after.addFlashAttribute("undo", undo);
    return new ModelAndView("redirect:/settings/members");
  }

  private ModelAndView page(
      NewMember entry, @Nullable Refused refused, @Nullable MemberId at, Actor actor) {
    var page = new ModelAndView("settings/members");
    page.addObject("members", members.all(actor));
    page.addObject("roles", Role.values());
    page.addObject("entry", entry);
    page.addObject("self", actor.id());
    page.addObject("refused", refused);
    page.addObject("at", at);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
