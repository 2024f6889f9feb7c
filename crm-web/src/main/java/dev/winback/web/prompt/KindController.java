package dev.winback.web.prompt;

import dev.winback.letter.PromptKind;
import dev.winback.prompt.Audience;
import dev.winback.prompt.News;
import dev.winback.prompt.NewsRow;
import dev.winback.prompt.Prompts;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The kinds of letters beside the ladder, and news that are published. */
@Controller
class KindController {

  private static final int ROWS = 50;

  private final Prompts prompts;
  private final News news;
  private final BusinessClock clock;
  private final Wording wording;

  KindController(Prompts prompts, News news, BusinessClock clock, Wording wording) {
    this.prompts = prompts;
    this.news = news;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/letters/kinds")
  ModelAndView kinds(Actor actor) {
    var page = new ModelAndView("prompt/kinds");
    page.addObject("kinds", prompts.kinds(actor).stream().filter(k -> !k.kind().cart()).toList());
    page.addObject("checks", prompts.faultChecks(actor));
    page.addObject("lastOrder", prompts.lastOrder(actor));
    return page;
  }

  @PostMapping("/letters/kinds/last-order")
  ModelAndView offerUpTo(
      @RequestParam(defaultValue = "0") int lastOrder, Actor actor, RedirectAttributes after) {
    int before;
    try {
      before = prompts.offerUpTo(lastOrder, actor);
    } catch (Refused refused) {
      var page = kinds(actor);
      page.addObject("refused", refused);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    after.addFlashAttribute("notice", wording.of("letter.done.saved"));
    after.addFlashAttribute("undo", "/letters/kinds/last-order?lastOrder=" + before);
    return new ModelAndView("redirect:/letters/kinds");
  }

  @GetMapping("/letters/news")
  ModelAndView news(
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor) {
    return page(after, null, request, actor);
  }

  private ModelAndView page(
      @Nullable String after, @Nullable Refused refused, HttpServletRequest request, Actor actor) {
    var page = new ModelAndView("prompt/news");
    page.addObject("count", news.count(actor));
    page.addObject("page", news.page(after, ROWS, actor));
    page.addObject("address", ListAddress.of(request));
    page.addObject("audiences", Audience.values());
    page.addObject("kinds", Arrays.stream(PromptKind.values()).filter(PromptKind::news).toList());
    if (refused != null) {
      page.addObject("refused", refused);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    return page;
  }

  /** A part of the page: what publishing would do. */
  @GetMapping("/letters/news/outlook")
  ModelAndView outlook(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String audience,
      Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    var outlook = news.outlook(asked(kind), Audience.ofCode(audience), actor);
    return new ModelAndView("prompt/outlook :: outlook", "outlook", outlook);
  }

  private static PromptKind asked(String kind) {
    return PromptKind.ofCode(kind)
        .filter(PromptKind::news)
        .orElseThrow(() -> Refused.field("kind", "prompt.refused.news-off"));
  }

  @GetMapping({"/letters/news.csv", "/letters/news.xlsx"})
  void file(Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.READ_LADDER);
    try (var file = Export.open(request, response, clock.today(), "news")) {
      file.head(wording.of("prompt.news.csv"));
      news.export(actor, row -> file.row(cells(row)));
    }
  }

  private static @Nullable Object[] cells(NewsRow row) {
    return new @Nullable Object[] {
      row.subject(),
      row.kind().code(),
      row.audience(),
      row.appliesOn(),
      row.publishedBy(),
      row.publishedAt(),
      row.withdrawn(),
      row.due(),
      row.sent(),
      row.held(),
      row.stopped()
    };
  }

  @PostMapping("/letters/news")
  ModelAndView publish(
      @RequestParam(defaultValue = "") String kind,
      @RequestParam(defaultValue = "") String audience,
      @RequestParam(required = false) @Nullable LocalDate appliesOn,
      HttpServletRequest request,
      Actor actor,
      RedirectAttributes after) {
    actor.require(Permission.EDIT_LADDER);
    try {
      long id = news.publish(asked(kind), Audience.ofCode(audience), appliesOn, actor);
      after.addFlashAttribute("notice", wording.of("prompt.news.done"));
      after.addFlashAttribute("undo", "/letters/news/" + id + "/withdrawal");
      return new ModelAndView("redirect:/letters/news");
    } catch (Refused refused) {
      return page(null, refused, request, actor);
    }
  }

  @PostMapping("/letters/news/{id}/withdrawal")
  String withdraw(@PathVariable long id, Actor actor, RedirectAttributes after) {
    news.withdraw(id, actor);
    after.addFlashAttribute("notice", wording.of("prompt.news.withdrawn.done"));
    after.addFlashAttribute("undo", "/letters/news/" + id + "/resumption");
    return "redirect:/letters/news";
  }

  @PostMapping("/letters/news/{id}/resumption")
  String resume(@PathVariable long id, Actor actor, RedirectAttributes after) {
    news.resume(id, actor);
    after.addFlashAttribute("notice", wording.of("prompt.news.resumed.done"));
    return "redirect:/letters/news";
  }
}
