package dev.winback.web.survey;

import dev.winback.report.Ideas;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.ListAddress;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What customers and our own people said, as a list for a brainstorm. */
@Controller
class IdeaController {

  private static final int ROWS = 50;

  private final Ideas ideas;
  private final BusinessClock clock;
  private final Wording wording;

  IdeaController(Ideas ideas, BusinessClock clock, Wording wording) {
    this.ideas = ideas;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/ideas")
  String list(
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("source", source);
    model.addAttribute("sources", Ideas.SOURCES);
    model.addAttribute("page", ideas.page(source, after, ROWS, actor));
    model.addAttribute("count", ideas.count(source, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "survey/ideas";
  }

  @GetMapping({"/ideas.csv", "/ideas.xlsx"})
  void file(
      @RequestParam(required = false) @Nullable String source,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.SEE_SURVEYS);
    Ideas.check(source); // a wrong word is refused before the file begins
    try (var file = Export.open(request, response, clock.today(), "ideas")) {
      file.head(wording.of("idea.csv"));
      ideas.export(
          source,
          actor,
          row ->
              file.row(
                  row.at(),
                  wording.of("idea.source." + row.source()),
                  row.words(),
                  row.question(),
                  row.member(),
                  row.ref(),
                  row.customer()));
    }
  }
}
