package dev.winback.web.team;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.team.PinNote;
import dev.winback.team.PinNotes;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** Managers' words on calls: written beside the call, read in a list. */
@Controller
class FeedbackController {

  private static final int ROWS = 50;

  private final PinNotes pins;
  private final Staff staff;
  private final BusinessClock clock;
  private final Wording wording;

  FeedbackController(PinNotes pins, Staff staff, BusinessClock clock, Wording wording) {
    this.pins = pins;
    this.staff = staff;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/team/feedback")
  String list(
      @RequestParam(required = false) @Nullable String member,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("page", pins.page(member, after, ROWS, actor));
    model.addAttribute("count", pins.count(member, actor));
    model.addAttribute("unread", pins.unread(actor));
    model.addAttribute("member", member);
    model.addAttribute("members", staff.choice(member));
    model.addAttribute("address", ListAddress.of(request));
    return "team/feedback";
  }

  @GetMapping({"/team/feedback.csv", "/team/feedback.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String member,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    pins.count(member, actor);
    try (var file = Export.open(request, response, clock.today(), "feedback")) {
      file.head(wording.of("team.pin.csv"));
      pins.export(member, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(PinNote row) {
    return new @Nullable Object[] {
      row.ref(),
      row.customer(),
      row.rep(),
      wording.of("task.result." + row.said()),
      row.calledAt(),
      row.author(),
      row.positive(),
      row.interesting(),
      row.negative(),
      row.writtenAt(),
      row.delay().toMinutes()
    };
  }

  @PostMapping("/team/calls/{call}/feedback")
  String write(
      @PathVariable long call,
      @RequestParam(defaultValue = "") String positive,
      @RequestParam(defaultValue = "") String interesting,
      @RequestParam(defaultValue = "") String negative,
      @RequestParam(defaultValue = "") String back,
      Actor actor,
      RedirectAttributes after) {
    long pin = pins.write(call, positive, interesting, negative, actor);
    after.addFlashAttribute("notice", wording.of("team.pin.written"));
    var list = ListAddress.isOf("/team/calls", back) ? back : "/team/calls";
    var undo = "/team/feedback/" + pin + "/undo?back=";
    after.addFlashAttribute("undo", undo + UriUtils.encode(list, StandardCharsets.UTF_8));
    return "redirect:" + list + "#call-" + call;
  }

  @PostMapping("/team/feedback/{id}/undo")
  String undo(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String back,
      Actor actor,
      RedirectAttributes after) {
    pins.undo(id, actor);
    after.addFlashAttribute("notice", wording.of("why.undone"));
    return "redirect:" + (ListAddress.isOf("/team/calls", back) ? back : "/team/feedback");
  }

  @PostMapping("/team/feedback/read")
  String read(Actor actor, RedirectAttributes after) {
    pins.read(actor);
    after.addFlashAttribute("notice", wording.of("team.pin.read.done"));
    return "redirect:/team/feedback";
  }
}
