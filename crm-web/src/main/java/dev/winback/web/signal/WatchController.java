package dev.winback.web.signal;

import dev.winback.lapse.CustomerSignals;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What people say about the signals of a customer on his page; everything can be taken back. */
@Controller
@RequestMapping("/customers/{ref}")
class WatchController {

  private final CustomerSignals signals;
  private final Wording wording;

  WatchController(CustomerSignals signals, Wording wording) {
    this.signals = signals;
    this.wording = wording;
  }

  @PostMapping("/signals/{kind}/dismissal")
  String dismiss(
      @PathVariable String ref,
      @PathVariable String kind,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes after,
      Actor actor) {
    signals.dismiss(ref, kind, why.strip(), actor);
    return back(ref, "signal.dismissed", "/signals/" + kind + "/recall", after);
  }

  @PostMapping("/signals/{kind}/recall")
  String recall(
      @PathVariable String ref, @PathVariable String kind, RedirectAttributes after, Actor actor) {
    signals.recall(ref, kind, actor);
    return back(ref, "signal.recalled", null, after);
  }

  @PostMapping("/seasons")
  String season(
      @PathVariable String ref,
      @RequestParam LocalDate until,
      @RequestParam(defaultValue = "false") boolean everyYear,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes after,
      Actor actor) {
    long limit = signals.season(ref, until, everyYear, why.strip(), actor);
    return back(ref, "signal.season.done", "/limits/" + limit + "/undo", after);
  }

  @PostMapping("/limits/{id}/undo")
  String forget(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    signals.undoLimit(ref, id, actor);
    return back(ref, "signal.own.forgotten", null, after);
  }

  @PostMapping("/moments")
  String add(
      @PathVariable String ref,
      @RequestParam LocalDate day,
      @RequestParam(defaultValue = "") String title,
      RedirectAttributes after,
      Actor actor) {
    long moment = signals.addMoment(ref, day, title, actor);
    return back(ref, "signal.moment.added", "/moments/" + moment + "/removal", after);
  }

  @PostMapping("/moments/{id}/removal")
  String remove(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    signals.removeMoment(ref, id, false, actor);
    return back(ref, "signal.moment.removed", "/moments/" + id + "/return", after);
  }

  @PostMapping("/moments/{id}/return")
  String bringBack(
      @PathVariable String ref, @PathVariable long id, RedirectAttributes after, Actor actor) {
    signals.removeMoment(ref, id, true, actor);
    return back(ref, "signal.moment.back", "/moments/" + id + "/removal", after);
  }

  @PostMapping("/end")
  String ended(
      @PathVariable String ref,
      @RequestParam LocalDate day,
      @RequestParam String channel,
      @RequestParam(defaultValue = "") String words,
      RedirectAttributes after,
      Actor actor) {
    signals.ended(ref, day, channel, words, actor);
    return back(ref, "signal.ended.done", "/end/undo?day=" + day, after);
  }

  @PostMapping("/end/undo")
  String notEnded(
      @PathVariable String ref,
      @RequestParam LocalDate day,
      RedirectAttributes after,
      Actor actor) {
    signals.notEnded(ref, day, actor);
    return back(ref, "signal.ended.undone", null, after);
  }

  private String back(
      String ref,
      String done,
      @org.jspecify.annotations.Nullable String undo,
      RedirectAttributes after) {
    var page = UriComponentsBuilder.fromPath("/customers/{ref}").build(ref).getRawPath();
    after.addFlashAttribute("notice", wording.of(done));
    if (undo != null) {
      after.addFlashAttribute("undo", page + undo);
    }
    return "redirect:" + page;
  }
}
