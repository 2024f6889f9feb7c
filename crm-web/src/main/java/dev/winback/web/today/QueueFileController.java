package dev.winback.web.today;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.task.TaskLists;
import dev.winback.task.TaskRow;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import dev.winback.web.offer.OffersShown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member's queue as a file; who is shown on a card meanwhile stays there. */
@Controller
class QueueFileController {

  private final TaskLists tasks;
  private final WorkedView worked;
  private final OffersShown offers;
  private final Wording wording;
  private final BusinessClock clock;

  QueueFileController(
      TaskLists tasks,
      WorkedView worked,
      OffersShown offers,
      Wording wording,
      BusinessClock clock) {
    this.offers = offers;
    this.tasks = tasks;
    this.worked = worked;
    this.wording = wording;
    this.clock = clock;
  }

  /** The queue as a file, in the order of work; of a saved view as the page shows it. */
  @GetMapping({"/today.csv", "/today.xlsx"})
  void file(
      @RequestParam @Nullable String member,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable ViewPlace view,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var queue = queue(member, due, view, actor);
    var day = due == null || view != null ? clock.today(actor.zone()) : due;
    try (var file = Export.open(request, response, day, "today")) {
      file.head(wording.of("task.file"));
      queue.forEach(row -> file.row(cells(row)));
    }
  }

  private List<TaskRow> queue(
      @Nullable String member, @Nullable LocalDate due, @Nullable ViewPlace view, Actor actor) {
    return view == null
        ? tasks.queue(member, due, actor)
        : worked.losses(worked.of(view.id(), actor), actor).stream()
            .flatMap(part -> tasks.queue(part, actor).stream())
            .toList();
  }

  private @Nullable Object[] cells(TaskRow row) {
    return new @Nullable Object[] {
      row.id().value(),
      wording.of("task.kind." + row.kind().code()),
      row.dueOn(),
      row.dueAt(),
      row.ref(),
      row.name(),
      row.phone(),
      row.weight(),
      row.currency(),
      row.offer() == null ? null : offers.named(row.offer(), row.offerPercent()),
      row.window().local().withSecond(0).withNano(0).toString(),
      row.bestHour() == null ? null : row.bestHour().from().toString()
    };
  }
}
