package dev.winback.web.offer;

import dev.winback.grant.GrantFilter;
import dev.winback.grant.GrantId;
import dev.winback.grant.GrantLists;
import dev.winback.grant.Grants;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for a manager: yes, smaller or no, with a word, and a way back. */
@Controller
class ApprovalController {

  private static final int ROWS = 25;

  private final Grants grants;
  private final GrantLists lists;
  private final Wording wording;

  ApprovalController(Grants grants, GrantLists lists, Wording wording) {
    this.grants = grants;
    this.lists = lists;
    this.wording = wording;
  }

  @GetMapping("/approvals")
  String list(
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    actor.require(Permission.APPROVE_OFFERS);
    model.addAttribute("page", lists.page(GrantFilter.WAITING, after, ROWS, actor));
    model.addAttribute("count", lists.count(GrantFilter.WAITING, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "grant/approvals";
  }

  @PostMapping("/offers/{id:\\d+}/approval")
  String approve(
      @PathVariable GrantId id,
      @RequestParam(required = false) @Nullable String word,
      Actor actor,
      RedirectAttributes after) {
    grants.approve(id, null, null, word, actor);
    return back(id, "grant.done.approved", after);
  }

  /** Less than was asked for. */
  @PostMapping("/offers/{id:\\d+}/smaller")
  String smaller(
      @PathVariable GrantId id,
      @RequestParam(required = false) @Nullable Integer percent,
      @RequestParam(required = false) @Nullable BigDecimal fixed,
      @RequestParam(required = false) @Nullable String word,
      Actor actor,
      RedirectAttributes after) {
    if (percent == null && fixed == null) {
      throw Refused.field("percent", "grant.refused.how-much");
    }
    grants.approve(id, percent, fixed, word, actor);
    return back(id, "grant.done.smaller", after);
  }

  @PostMapping("/offers/{id:\\d+}/refusal")
  String refuse(
      @PathVariable GrantId id,
      @RequestParam(required = false) @Nullable String word,
      Actor actor,
      RedirectAttributes after) {
    grants.refuse(id, word, actor);
    return back(id, "grant.done.refused", after);
  }

  @PostMapping("/offers/{id:\\d+}/question")
  String undecide(@PathVariable GrantId id, Actor actor, RedirectAttributes after) {
    grants.undecide(id, actor);
    after.addFlashAttribute("notice", wording.of("grant.done.undecided"));
    return "redirect:/approvals";
  }

  private String back(GrantId id, String key, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", "/offers/" + id.value() + "/question");
    return "redirect:/approvals";
  }
}
