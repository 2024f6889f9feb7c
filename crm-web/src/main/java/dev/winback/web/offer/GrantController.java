package dev.winback.web.offer;

import dev.winback.grant.GrantId;
import dev.winback.grant.GrantLists;
import dev.winback.grant.GrantState;
import dev.winback.grant.Grants;
import dev.winback.grant.OfferEntry;
import dev.winback.lapse.LapseId;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with offers on the page of a loss and in the list. */
@Controller
class GrantController {

  private final Grants grants;
  private final GrantLists lists;
  private final Wording wording;

  GrantController(Grants grants, GrantLists lists, Wording wording) {
    this.grants = grants;
    this.lists = lists;
    this.wording = wording;
  }

  /** Given, or asked for when it is above the member's authority. */
  @PostMapping("/lapses/{id:\\d+}/offers")
  String offer(
      @PathVariable LapseId id,
      @RequestParam Map<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    try {
      var state = grants.offer(id, OfferEntry.of(form), actor);
      var newest = lists.of(id, actor).get(0);
      var undo = state == GrantState.GIVEN ? "taking-back" : "withdrawal";
      return back(id.value(), "grant.done." + state.code(), newest.id(), undo, after);
    } catch (Refused refused) {
      after.addFlashAttribute("offerRefused", wording.of(refused.sentence()));
      after.addFlashAttribute("offerTyped", form);
      return "redirect:/lapses/" + id.value() + "#offers";
    }
  }

  @PostMapping("/offers/{id:\\d+}/giving")
  String give(
      @PathVariable GrantId id,
      @RequestParam(required = false) @Nullable LocalDate answerBy,
      Actor actor,
      RedirectAttributes after) {
    grants.give(id, answerBy, actor);
    return back(id, "grant.done.given", "taking-back", actor, after);
  }

  @PostMapping("/offers/{id:\\d+}/taking-back")
  String takeBack(@PathVariable GrantId id, Actor actor, RedirectAttributes after) {
    grants.takeBack(id, actor);
    return back(id, "grant.done.taken-back", null, actor, after);
  }

  @PostMapping("/offers/{id:\\d+}/answer")
  String answer(
      @PathVariable GrantId id,
      @RequestParam(defaultValue = "false") boolean accepted,
      Actor actor,
      RedirectAttributes after) {
    grants.answer(id, accepted, actor);
    var key = accepted ? "grant.done.accepted" : "grant.done.declined";
    return back(id, key, "unanswer", actor, after);
  }

  @PostMapping("/offers/{id:\\d+}/unanswer")
  String unanswer(@PathVariable GrantId id, Actor actor, RedirectAttributes after) {
    grants.unanswer(id, actor);
    return back(id, "grant.done.unanswered", null, actor, after);
  }

  @PostMapping("/offers/{id:\\d+}/withdrawal")
  String withdraw(@PathVariable GrantId id, Actor actor, RedirectAttributes after) {
    grants.withdraw(id, actor);
    return back(id, "grant.done.withdrawn", null, actor, after);
  }

  private String back(
      GrantId id, String key, @Nullable String undo, Actor actor, RedirectAttributes after) {
    return back(lists.one(id, actor).lapse(), key, id.value(), undo, after);
  }

  private String back(
      long lapse, String key, long grant, @Nullable String undo, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(key));
    after.addFlashAttribute("undo", undo == null ? null : "/offers/" + grant + "/" + undo);
    return "redirect:/lapses/" + lapse + "#offers";
  }
}
