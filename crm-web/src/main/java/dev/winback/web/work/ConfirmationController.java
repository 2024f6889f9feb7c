package dev.winback.web.work;

import dev.winback.letter.Confirmation;
import dev.winback.letter.ConfirmationFilter;
import dev.winback.letter.ConfirmationLists;
import dev.winback.letter.Confirmations;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was agreed, in writing (CAL-14): a draft to read, to change and to send. */
@Controller
class ConfirmationController {

  private final Confirmations confirmations;
  private final ConfirmationLists lists;
  private final ConfirmationDraft drafts;
  private final BusinessClock clock;
  private final Wording wording;

  ConfirmationController(
      Confirmations confirmations,
      ConfirmationLists lists,
      ConfirmationDraft drafts,
      BusinessClock clock,
      Wording wording) {
    this.confirmations = confirmations;
    this.lists = lists;
    this.drafts = drafts;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/confirmations")
  String list(
      ConfirmationFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("states", ConfirmationFilter.STATES);
    model.addAttribute("page", lists.page(filter, after, PromiseController.ROWS, actor));
    model.addAttribute("count", lists.count(filter, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "work/confirmations";
  }

  @GetMapping({"/confirmations.csv", "/confirmations.xlsx"})
  void file(
      ConfirmationFilter filter,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.WORK_TASKS);
    filter.asked();
    try (var file = Export.open(request, response, clock.today(), "confirmations")) {
      file.head(wording.of("confirmation.csv"));
      lists.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(Confirmation row) {
    return new @Nullable Object[] {
      row.calledAt(),
      row.ref(),
      row.customer(),
      wording.of("task.result." + row.result()),
      wording.of("confirmation.state." + row.state()),
      row.member(),
      row.subject(),
      row.sentAt()
    };
  }

  @GetMapping("/confirmations/{call}")
  ModelAndView page(@PathVariable long call, Actor actor) {
    var agreed = lists.of(call, actor);
    return page(agreed, drafts.subject(agreed), drafts.body(agreed, actor.zone()), null);
  }

  @PostMapping("/confirmations/{call}")
  ModelAndView send(
      @PathVariable long call,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String body,
      Actor actor,
      RedirectAttributes after) {
    try {
      confirmations.send(call, subject, body, actor);
    } catch (Refused refused) {
      return page(lists.of(call, actor), subject, body, refused);
    }
    return done(call, "confirmation.sent", after);
  }

  @PostMapping("/confirmations/{call}/drop")
  ModelAndView drop(@PathVariable long call, Actor actor, RedirectAttributes after) {
    confirmations.drop(call, actor);
    return done(call, "confirmation.dropped", after);
  }

  private ModelAndView done(long call, String key, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key, Confirmations.WITHIN.toSeconds()));
    after.addFlashAttribute("undo", "/confirmations/" + call + "/undo");
    return new ModelAndView("redirect:/confirmations");
  }

  @PostMapping("/confirmations/{call}/undo")
  String undo(@PathVariable long call, Actor actor, RedirectAttributes after) {
    confirmations.undo(call, actor);
    after.addFlashAttribute("notice", wording.of("confirmation.undone"));
    return "redirect:/confirmations/" + call;
  }

  private static ModelAndView page(
      Confirmation agreed, String subject, String body, @Nullable Refused refused) {
    var page = new ModelAndView("work/confirmation");
    page.addObject("agreed", agreed);
    page.addObject("subject", subject);
    page.addObject("body", body);
    page.addObject("refused", refused);
    if (refused != null) {
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
