package dev.winback.web.letter;

import dev.winback.letter.Activations;
import dev.winback.letter.Drafts;
import dev.winback.letter.Ladder;
import dev.winback.letter.LetterFilter;
import dev.winback.letter.LetterId;
import dev.winback.letter.LetterRow;
import dev.winback.letter.Letters;
import dev.winback.letter.RenderedLetter;
import dev.winback.letter.SendingTimes;
import dev.winback.letter.WaitingLetters;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Trails;
import dev.winback.web.layout.Wording;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters that wait for a person: one is let go, or all of a rung after a last look. */
@Controller
class ReviewController {

  private static final int SAMPLES = 3;

  private final Letters letters;
  private final WaitingLetters waiting;
  private final LetterReading reading;
  private final Ladder ladder;
  private final Drafts drafts;
  private final SendingTimes times;
  private final Activations activations;
  private final Trails trails;
  private final Wording wording;

  ReviewController(
      Letters letters,
      WaitingLetters waiting,
      LetterReading reading,
      Ladder ladder,
      Drafts drafts,
      SendingTimes times,
      Activations activations,
      Trails trails,
      Wording wording) {
    this.letters = letters;
    this.waiting = waiting;
    this.reading = reading;
    this.ladder = ladder;
    this.drafts = drafts;
    this.times = times;
    this.activations = activations;
    this.trails = trails;
    this.wording = wording;
  }

  @GetMapping("/letters/rungs/{number}/releases")
  String look(@PathVariable int number, Model model, Actor actor) {
    var review = waiting.review(number, SAMPLES, actor);
    long count = letters.count(LetterFilter.inReview(number), actor);
    model.addAttribute("rung", ladder.rung(number, actor));
    model.addAttribute("review", review);
    model.addAttribute("time", times.of(number, actor));
    model.addAttribute(
        "checks", drafts.checks(number, ladder.template(number, actor).template(), actor));
    model.addAttribute("count", count);
    model.addAttribute("from", "letters/list?status=held&reason=review&rung=" + number);
    model.addAttribute("samples", samples(review, actor));
    model.addAttribute("against", activations.againstRelease(number, count, actor));
    return "letter/review";
  }

  /** A letter with its words. */
  record Sample(LetterRow row, RenderedLetter letter) {}

  private List<Sample> samples(WaitingLetters.Review review, Actor actor) {
    return review.first().stream().flatMap(id -> sample(id, actor)).toList();
  }

  private Stream<Sample> sample(LetterId id, Actor actor) {
    var letter = letters.letter(id, actor);
    return Stream.ofNullable(reading.of(letter, actor)).map(read -> new Sample(letter.row(), read));
  }

  @PostMapping("/letters/{id:\\d+}/release")
  String release(@PathVariable long id, Actor actor, RedirectAttributes after) {
    letters.release(new LetterId(id), actor);
    after.addFlashAttribute("notice", wording.of("letter.done.released", 1));
    after.addFlashAttribute("undo", "/letters/" + id + "/release/undo");
    return "redirect:" + next(id);
  }

  /** Who steps through a list reads on with the next one. */
  private String next(long id) {
    var trail = trails.letter(id);
    var next = trail == null ? null : trail.next();
    return next == null ? "/letters/" + id : next;
  }
}
