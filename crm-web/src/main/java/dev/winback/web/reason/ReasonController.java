package dev.winback.web.reason;

import dev.winback.reason.Branch;
import dev.winback.reason.Problem;
import dev.winback.reason.ReasonEntry;
import dev.winback.reason.Reasons;
import dev.winback.reason.RepairEntry;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.ReasonWords;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
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

/** The reasons why customers leave, as the firm wants them: added, renamed, retired. */
@Controller
@RequestMapping("/settings/reasons")
class ReasonController {

  private final Reasons reasons;
  private final ReasonWords words;
  private final Wording wording;

  ReasonController(Reasons reasons, ReasonWords words, Wording wording) {
    this.reasons = reasons;
    this.words = words;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView list(Actor actor) {
    return page(ReasonEntry.EMPTY, null, null, actor);
  }

  @PostMapping
  ModelAndView add(ReasonEntry entry, Actor actor, RedirectAttributes after) {
    try {
      var added = reasons.add(entry, actor);
      return back("reason.added", words.of(added), "/" + added.code() + "/retirement", after);
    } catch (Refused refused) {
      return page(entry, refused, null, actor);
    }
  }

  @PostMapping("/{code}")
  ModelAndView change(
      @PathVariable String code,
      ReasonEntry entry,
      @RequestParam(required = false) @Nullable Long version,
      Actor actor,
      RedirectAttributes after) {
    try {
      var changed = reasons.change(code, entry, version, actor);
      return back("reason.changed", words.of(changed), null, after);
    } catch (Refused refused) {
      return page(entry, refused, code, actor);
    }
  }

  @PostMapping("/{code}/retirement")
  ModelAndView retire(@PathVariable String code, Actor actor, RedirectAttributes after) {
    var retired = reasons.retire(code, actor);
    return back("reason.retired", words.of(retired), "/" + code + "/return", after);
  }

  @PostMapping("/{code}/return")
  ModelAndView restore(@PathVariable String code, Actor actor, RedirectAttributes after) {
    var restored = reasons.restore(code, actor);
    return back("reason.restored", words.of(restored), "/" + code + "/retirement", after);
  }

  /** Taking it back sets the days that stood there before. */
  @PostMapping("/{code}/repair")
  ModelAndView repair(
      @PathVariable String code, RepairEntry entry, Actor actor, RedirectAttributes after) {
    try {
      var before = reasons.of(code);
      var changed = reasons.repair(code, entry, actor);
      var state = changed.inRepair() ? "begun" : changed.repairedOn() == null ? "none" : "done";
      var undo =
          "/%s/repair?since=%s&repaired=%s"
              .formatted(code, text(before.repairSince()), text(before.repairedOn()));
      return back("reason.repair." + state, words.of(changed), undo, after);
    } catch (Refused refused) {
      return page(ReasonEntry.EMPTY, refused, code, actor);
    }
  }

  private static String text(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  private ModelAndView back(
      String key, String name, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key, name));
    after.addFlashAttribute("undo", undo == null ? null : "/settings/reasons" + undo);
    return new ModelAndView("redirect:/settings/reasons");
  }

  private ModelAndView page(
      ReasonEntry entry, @Nullable Refused refused, @Nullable String at, Actor actor) {
    actor.require(Permission.KEEP_REASONS);
    var page = new ModelAndView("reason/reasons");
    page.addObject("tree", reasons.all());
    page.addObject("branches", Branch.values());
    page.addObject("problems", Problem.values());
    page.addObject("entry", entry);
    page.addObject("refused", refused);
    page.addObject("at", at);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
