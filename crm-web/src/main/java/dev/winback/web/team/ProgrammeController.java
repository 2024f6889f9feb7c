package dev.winback.web.team;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Programme;
import dev.winback.staff.Programmes;
import dev.winback.staff.Staff;
import dev.winback.web.layout.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who answers for winning customers back, and the numbers of the team (OPS-01). */
@Controller
@RequestMapping("/settings/programme")
class ProgrammeController {

  private final Programmes programmes;
  private final Staff staff;
  private final Wording wording;

  ProgrammeController(Programmes programmes, Staff staff, Wording wording) {
    this.programmes = programmes;
    this.staff = staff;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView page(Actor actor) {
    return page(programmes.current(), null, actor);
  }

  @PostMapping
  ModelAndView save(
      @RequestParam(required = false) @Nullable String owner,
      @RequestParam(required = false) @Nullable String ownerTitle,
      @RequestParam(defaultValue = "3") int coolingDays,
      @RequestParam(defaultValue = "7") int untouchedDays,
      Actor actor,
      RedirectAttributes after) {
    var programme = new Programme(owner, null, ownerTitle, coolingDays, untouchedDays);
    try {
      programmes.change(programme, actor);
    } catch (Refused refused) {
      return page(programme, refused, actor);
    }
    after.addFlashAttribute("notice", wording.of("team.programme.saved"));
    return new ModelAndView("redirect:/settings/programme");
  }

  private ModelAndView page(Programme programme, @Nullable Refused refused, Actor actor) {
    actor.require(Permission.KEEP_PROGRAMME);
    var page = new ModelAndView("team/programme");
    page.addObject("programme", programme);
    page.addObject("members", staff.active());
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
