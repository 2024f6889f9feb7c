package dev.winback.web.prompt;

import dev.winback.lapse.LapseId;
import dev.winback.prompt.DirectorLetter;
import dev.winback.prompt.DirectorLetters;
import dev.winback.prompt.DirectorWords;
import dev.winback.report.LapsePages;
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

/** Letters of the director on paper: asked for, printed, brought. */
@Controller
class DirectorController {

  private static final int ROWS = 50;

  private final DirectorLetters letters;
  private final LapsePages lapses;
  private final BusinessClock clock;
  private final Wording wording;

  DirectorController(
      DirectorLetters letters, LapsePages lapses, BusinessClock clock, Wording wording) {
    this.letters = letters;
    this.lapses = lapses;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/director-letters")
  String list(
      @RequestParam(defaultValue = "false") boolean open,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model,
      Actor actor) {
    model.addAttribute("open", open);
    model.addAttribute("count", letters.count(open, actor));
    model.addAttribute("page", letters.page(open, after, ROWS, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "prompt/director-letters";
  }

  @GetMapping({"/director-letters.csv", "/director-letters.xlsx"})
  void file(
      @RequestParam(defaultValue = "false") boolean open,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.READ_TASKS);
    try (var file = Export.open(request, response, clock.today(), "director-letters")) {
      file.head(wording.of("prompt.director.csv"));
      letters.export(open, actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(DirectorLetter row) {
    return new @Nullable Object[] {
      row.ref(),
      row.customer(),
      row.state(),
      row.envelope(),
      row.courier(),
      row.askedBy(),
      row.askedAt(),
      row.handedBy(),
      row.handedAt()
    };
  }

  @GetMapping("/lapses/{id}/director-letter")
  ModelAndView draft(@PathVariable long id, Actor actor) {
    actor.require(Permission.DECIDE);
    var lapse = lapses.facts(new LapseId(id), actor);
    var name = lapse.person() == null ? lapse.name() : lapse.person();
    var words =
        new DirectorWords(
            wording.of("prompt.director.envelope.words"),
            wording.of("prompt.director.body.words", name),
            "");
    return form(id, words, null, actor);
  }

  private ModelAndView form(long id, DirectorWords words, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("prompt/director-form");
    page.addObject("lapse", lapses.facts(new LapseId(id), actor));
    page.addObject("words", words);
    if (refused != null) {
      page.addObject("refused", refused);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  @PostMapping("/lapses/{id}/director-letter")
  ModelAndView ask(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String envelope,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String courier,
      Actor actor,
      RedirectAttributes after) {
    var words = new DirectorWords(envelope, body.replace("\r\n", "\n"), courier);
    try {
      long letter = letters.ask(new LapseId(id), words, actor);
      after.addFlashAttribute("notice", wording.of("prompt.director.asked"));
      after.addFlashAttribute("undo", "/director-letters/" + letter + "/drop");
      return new ModelAndView("redirect:/director-letters/" + letter);
    } catch (Refused refused) {
      return form(id, words, refused, actor);
    }
  }

  @GetMapping("/director-letters/{id}")
  String letter(@PathVariable long id, Model model, Actor actor) {
    model.addAttribute("letter", letters.letter(id, actor));
    return "prompt/director-letter";
  }

  @PostMapping("/director-letters/{id}/handing")
  String handed(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String courier,
      Actor actor,
      RedirectAttributes after) {
    letters.handed(id, courier, actor);
    return done(id, "prompt.director.handed", after);
  }

  @PostMapping("/director-letters/{id}/drop")
  String drop(@PathVariable long id, Actor actor, RedirectAttributes after) {
    letters.drop(id, actor);
    return done(id, "prompt.director.dropped", after);
  }

  private String done(long id, String notice, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of(notice));
    after.addFlashAttribute("undo", "/director-letters/" + id + "/undo");
    return "redirect:/director-letters/" + id;
  }

  @PostMapping("/director-letters/{id}/undo")
  String undo(@PathVariable long id, Actor actor, RedirectAttributes after) {
    letters.undo(id, actor);
    after.addFlashAttribute("notice", wording.of("prompt.director.undone"));
    return "redirect:/director-letters/" + id;
  }
}
