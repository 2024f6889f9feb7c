package dev.winback.web.letter;

import dev.winback.letter.DryRun;
import dev.winback.letter.Ladder;
import dev.winback.letter.LetterTemplate;
import dev.winback.letter.Letters;
import dev.winback.letter.Mode;
import dev.winback.letter.RungEdit;
import dev.winback.letter.Variable;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One rung: its settings, its letter, its mode, and what it would do. */
@Controller
@RequestMapping("/letters/rungs/{number}")
class RungController {

  private static final int PAGE = 50;

  private final Ladder ladder;
  private final Letters letters;
  private final BusinessClock clock;
  private final Wording wording;

  RungController(Ladder ladder, Letters letters, BusinessClock clock, Wording wording) {
    this.ladder = ladder;
    this.letters = letters;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping
  ModelAndView rung(@PathVariable int number, Actor actor) {
    return page(number, ladder.template(number, actor).template(), null, actor);
  }

  @PostMapping
  ModelAndView edit(
      @PathVariable int number,
      @RequestParam @Nullable Integer days,
      @RequestParam int percent,
      @RequestParam int couponDays,
      @RequestParam int control,
      @RequestParam @Nullable Long version,
      Actor actor,
      RedirectAttributes after) {
    try {
      ladder.edit(number, new RungEdit(days, percent, couponDays, control, version), actor);
      return saved(number, after);
    } catch (Refused refused) {
      return page(number, ladder.template(number, actor).template(), refused, actor);
    }
  }

  @PostMapping("/mode")
  ModelAndView turn(
      @PathVariable int number,
      @RequestParam String mode,
      @RequestParam(defaultValue = "false") boolean backlog,
      Actor actor,
      RedirectAttributes after) {
    var turned = Mode.ofCode(mode);
    ladder.turn(number, turned, backlog, actor);
    var name = wording.of("letter.mode." + turned.code());
    after.addFlashAttribute("notice", wording.of("letter.done.mode", name));
    return back(number);
  }

  @PostMapping("/template")
  ModelAndView rewrite(
      @PathVariable int number,
      @RequestParam Map<String, String> form,
      Actor actor,
      RedirectAttributes after) {
    var template = TemplateForm.template(form);
    try {
      ladder.rewrite(number, template, actor);
      return saved(number, after);
    } catch (Refused refused) {
      return page(number, template, refused, actor);
    }
  }

  @PostMapping("/releases")
  ModelAndView releaseAll(@PathVariable int number, Actor actor, RedirectAttributes after) {
    int released = letters.releaseAll(number, actor);
    after.addFlashAttribute("notice", wording.of("letter.done.released", released));
    return new ModelAndView("redirect:/letters/list?status=planned&rung=" + number);
  }

  @GetMapping("/dry-run")
  String dryRun(
      @PathVariable int number,
      @RequestParam @Nullable LocalDate day,
      @RequestParam(defaultValue = "ALL") DryRun.Part part,
      @RequestParam @Nullable String after,
      Model model,
      Actor actor) {
    model.addAttribute("rung", ladder.rung(number, actor));
    model.addAttribute("run", letters.dryRun(number, day, part, after, PAGE, actor));
    model.addAttribute("part", part);
    model.addAttribute("day", Objects.requireNonNullElse(day, clock.today()));
    return "letter/dry-run";
  }

  private ModelAndView saved(int number, RedirectAttributes after) {
    after.addFlashAttribute("notice", wording.of("letter.done.saved"));
    return back(number);
  }

  private static ModelAndView back(int number) {
    return new ModelAndView("redirect:/letters/rungs/" + number);
  }

  private ModelAndView page(
      int number, LetterTemplate template, @Nullable Refused refused, Actor actor) {
    var page = new ModelAndView("letter/rung");
    page.addObject("rung", ladder.rung(number, actor));
    page.addObject("template", template);
    page.addObject("versions", ladder.versions(number, actor));
    page.addObject("customers", ladder.previewCustomers(actor));
    page.addObject("variables", Variable.values());
    if (refused != null) {
      page.addObject("refused", refused);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }
}
