package dev.winback.web.work;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.task.Replies;
import dev.winback.task.ReplyRow;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Letters of customers that wait for an answer, as a list and a file; answered, with a way back.
 */
@Controller
class ReplyController {

  private final Replies replies;
  private final BusinessClock clock;
  private final Wording wording;

  ReplyController(Replies replies, BusinessClock clock, Wording wording) {
    this.replies = replies;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/replies")
  String list(
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("mine", mine);
    model.addAttribute("page", replies.page(mine, after, PromiseController.ROWS, actor));
    model.addAttribute("count", replies.count(mine, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "work/replies";
  }

  @GetMapping({"/replies.csv", "/replies.xlsx"})
  void file(
      @RequestParam(defaultValue = "false") boolean mine,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.READ_TASKS);
    try (var file = Export.open(request, response, clock.today(), "replies")) {
      file.head(wording.of("reply.csv"));
      replies.export(mine, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(ReplyRow row) {
    return new @Nullable Object[] {
      row.dueAt(),
      row.cameAt(),
      row.ref(),
      row.customer(),
      wording.of("reply.channel." + row.channel()),
      row.member(),
      row.note()
    };
  }

  @PostMapping("/replies/{ref}/{contact}/answer")
  String answer(
      @PathVariable String ref,
      @PathVariable long contact,
      @RequestParam(defaultValue = "email") String channel,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    replies.answer(ref, contact, channel, note, actor);
    after.addFlashAttribute("notice", wording.of("reply.answered"));
    after.addFlashAttribute(
        "undo",
        UriComponentsBuilder.fromPath("/replies/{ref}/{contact}/undo")
            .queryParam("back", "{back}")
            .encode()
            .build(ref, contact, there(back))
            .toString());
    return "redirect:" + there(back);
  }

  private static String there(@Nullable String back) {
    return back != null && ListAddress.isOf("/replies", back) ? back : "/replies";
  }

  @PostMapping("/replies/{ref}/{contact}/undo")
  String undo(
      @PathVariable String ref,
      @PathVariable long contact,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    replies.undo(ref, contact, actor);
    after.addFlashAttribute("notice", wording.of("reply.waits"));
    return "redirect:" + there(back);
  }
}
