package dev.winback.web.lapse;

import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a manager does with the rows of the lost list: decide, give to a rep, take back. */
@Controller
class DecisionController {

  private static final String LAPSE = "/lapses/\\d{1,18}";

  private final Decisions decisions;
  private final Wording wording;

  DecisionController(Decisions decisions, Wording wording) {
    this.decisions = decisions;
    this.wording = wording;
  }

  @PostMapping("/lost/decisions")
  String decide(
      @RequestParam(defaultValue = "") List<LapseId> lapse,
      @RequestParam String decision,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    var decided = Decision.ofCode(decision);
    decisions.decide(lapse, decided, actor);
    after.addFlashAttribute("notice", wording.of("lost.done." + decided.code(), lapse.size()));
    after.addFlashAttribute("undo", "/lost/decisions/undo?" + query(lapse, list(back)));
    return "redirect:" + list(back);
  }

  @PostMapping("/lost/decisions/undo")
  String undo(
      @RequestParam(defaultValue = "") List<LapseId> lapse,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    decisions.undo(lapse, actor);
    after.addFlashAttribute("notice", wording.of("lost.undone", lapse.size()));
    return "redirect:" + list(back);
  }

  @PostMapping("/lost/assignments")
  String assign(
      @RequestParam(defaultValue = "") List<LapseId> lapse,
      @RequestParam String member,
      @RequestParam(required = false) @Nullable String override,
      @RequestParam(required = false) @Nullable String back,
      Actor actor,
      RedirectAttributes after) {
    decisions.assign(lapse, member, override, actor);
    after.addFlashAttribute("notice", wording.of("lost.done.assigned", lapse.size()));
    return "redirect:" + list(back);
  }

  /** A closed loss gets another try; the reason is recorded. */
  @PostMapping("/lost/reopenings")
  String reopen(
      @RequestParam LapseId lapse,
      @RequestParam(defaultValue = "") String reason,
      Actor actor,
      RedirectAttributes after) {
    decisions.reopen(lapse, reason, actor);
    after.addFlashAttribute("notice", wording.of("lost.done.reopened"));
    return "redirect:/lapses/" + lapse.value();
  }

  /** The decided losses, and the view of the list to come back to. */
  private static String query(List<LapseId> lapses, String back) {
    var ids = lapses.stream().map(id -> "lapse=" + id.value()).collect(Collectors.joining("&"));
    return ids + "&back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }

  /** Back to the view or the loss the person came from, and nowhere else. */
  private static String list(@Nullable String back) {
    return back != null && (back.startsWith("/lost?") || back.matches(LAPSE)) ? back : "/lost";
  }
}
