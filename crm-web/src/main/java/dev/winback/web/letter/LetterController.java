package dev.winback.web.letter;

import dev.winback.letter.Activations;
import dev.winback.letter.HoldReason;
import dev.winback.letter.LetterFilter;
import dev.winback.letter.LetterId;
import dev.winback.letter.LetterStatus;
import dev.winback.letter.Letters;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.survey.Surveys;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lists of letters, one letter as it was sent, and what people decide about letters. */
@Controller
@RequestMapping("/letters")
class LetterController {

  private final Letters letters;
  private final Activations activations;
  private final Surveys surveys;
  private final LetterReading reading;
  private final BusinessClock clock;
  private final Wording wording;
  private final LadderShown ladder;
  private final LetterLines lines;
  private final LetterCells cells;

  LetterController(
      Letters letters,
      Activations activations,
      Surveys surveys,
      LetterReading reading,
      BusinessClock clock,
      Wording wording,
      LadderShown ladder,
      LetterLines lines,
      LetterCells cells) {
    this.ladder = ladder;
    this.cells = cells;
    this.lines = lines;
    this.letters = letters;
    this.activations = activations;
    this.surveys = surveys;
    this.reading = reading;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/list")
  String list(
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String reason,
      @RequestParam @Nullable Integer rung,
      @RequestParam @Nullable String customer,
      @RequestParam @Nullable String q,
      @RequestParam @Nullable Long survey,
      @RequestParam @Nullable String after,
      Model model,
      Actor actor,
      HttpServletRequest request) {
    var filter = LetterFilter.of(status, reason, rung, customer).searching(q).ofSurvey(survey);
    model.addAttribute("filter", filter);
    model.addAttribute("survey", survey == null ? null : surveys.one(survey, actor));
    long count = letters.count(filter, actor);
    model.addAttribute("count", count);
    model.addAttribute(
        "against", rung == null ? null : activations.againstRelease(rung, count, actor));
    var page = letters.list(filter, after, actor);
    var rungs = ladder.rungs();
    model.addAttribute("page", page);
    model.addAttribute("rungs", rungs);
    model.addAttribute(
        "lines", lines.html(page.items(), rungs, ListAddress.of(request).relative()));
    model.addAttribute("statuses", LetterStatus.values());
    model.addAttribute("reasons", HoldReason.values());
    return "letter/list";
  }

  @GetMapping({"/list.csv", "/list.xlsx"})
  void csv(
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String reason,
      @RequestParam @Nullable Integer rung,
      @RequestParam @Nullable String customer,
      @RequestParam @Nullable String q,
      @RequestParam @Nullable Long survey,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    var filter = LetterFilter.of(status, reason, rung, customer).searching(q).ofSurvey(survey);
    var rungs = ladder.rungs();
    try (var file = Export.open(request, response, clock.today(), "letters")) {
      file.row(LetterCells.COLUMNS);
      letters.export(filter, actor, row -> file.row(cells.of(row, rungs)));
    }
  }

  @GetMapping("/in-doubt")
  String inDoubt(@RequestParam @Nullable String after, Model model, Actor actor) {
    var filter = LetterFilter.status(LetterStatus.IN_DOUBT);
    model.addAttribute("count", letters.count(filter, actor));
    model.addAttribute("page", letters.list(filter, after, actor));
    return "letter/in-doubt";
  }

  @GetMapping("/{id:\\d+}")
  String letter(@PathVariable long id, Model model, Actor actor) {
    var letter = letters.letter(new LetterId(id), actor);
    model.addAttribute("letter", letter);
    model.addAttribute("read", reading.of(letter, actor));
    model.addAttribute("hold", reading.hold(letter.row(), actor));
    model.addAttribute("against", activations.againstRelease(letter.row().rung(), 1, actor));
    return "letter/letter";
  }

  /** The letter as it was sent or would be sent now, for a frame without scripts. */
  @GetMapping("/{id:\\d+}/html")
  ResponseEntity<String> html(@PathVariable long id, Actor actor) {
    var read = reading.of(letters.letter(new LetterId(id), actor), actor);
    return LetterFrame.of(read == null ? "" : read.html());
  }

  @PostMapping("/{id:\\d+}/release/undo")
  String takeBack(@PathVariable long id, Actor actor, RedirectAttributes after) {
    letters.takeBack(new LetterId(id), actor);
    after.addFlashAttribute("notice", wording.of("letter.done.taken-back", 1, 0));
    return "redirect:/letters/" + id;
  }

  /** All letters that one press let go; they are of one rung, whose list is where it was. */
  @PostMapping("/rungs/{number}/releases/{release}/undo")
  String takeBack(
      @PathVariable int number, @PathVariable long release, Actor actor, RedirectAttributes after) {
    var back = letters.takeBack(release, actor);
    after.addFlashAttribute(
        "notice", wording.of("letter.done.taken-back", back.waiting(), back.left()));
    return "redirect:/letters/list?status=held&reason=review&rung=" + number;
  }

  @PostMapping("/{id:\\d+}/arrivals")
  String countAsSent(@PathVariable long id, Actor actor, RedirectAttributes after) {
    letters.countAsSent(new LetterId(id), actor);
    after.addFlashAttribute("notice", wording.of("letter.done.counted"));
    return "redirect:/letters/in-doubt";
  }

  @PostMapping("/{id:\\d+}/copies")
  String sendAgain(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String reason,
      Actor actor,
      RedirectAttributes after) {
    letters.sendAgain(new LetterId(id), reason, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.again"));
    return "redirect:/letters/in-doubt";
  }
}
