package dev.winback.web.work;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import dev.winback.task.Promise;
import dev.winback.task.PromiseFilter;
import dev.winback.task.Promises;
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

/** What was promised, to whom and until when, as a list and a file. */
@Controller
class PromiseController {

  static final int ROWS = 50;

  private final Promises promises;
  private final Staff staff;
  private final BusinessClock clock;
  private final Wording wording;

  PromiseController(Promises promises, Staff staff, BusinessClock clock, Wording wording) {
    this.promises = promises;
    this.staff = staff;
    this.clock = clock;
    this.wording = wording;
  }

  @GetMapping("/promises")
  String list(
      PromiseFilter filter,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Actor actor,
      Model model) {
    model.addAttribute("filter", filter);
    model.addAttribute("states", PromiseFilter.STATES);
    model.addAttribute("members", staff.choice(filter.member()));
    model.addAttribute("page", promises.page(filter, after, ROWS, actor));
    model.addAttribute("count", promises.count(filter, actor));
    model.addAttribute("address", ListAddress.of(request));
    return "work/promises";
  }

  @GetMapping({"/promises.csv", "/promises.xlsx"})
  void file(
      PromiseFilter filter, Actor actor, HttpServletRequest request, HttpServletResponse response) {
    actor.require(Permission.EXPORT);
    actor.require(Permission.READ_TASKS);
    filter.asked();
    try (var file = Export.open(request, response, clock.today(), "promises")) {
      file.head(wording.of("promise.csv"));
      promises.export(filter, actor, row -> file.row(cells(row)));
    }
  }

  private @Nullable Object[] cells(Promise row) {
    return new @Nullable Object[] {
      row.dueOn(),
      row.dueAt(),
      row.ref(),
      row.customer(),
      wording.of("task.kind." + row.kind()),
      row.what(),
      row.member(),
      wording.of("promise.state." + row.state()),
      row.doneAt()
    };
  }
}
