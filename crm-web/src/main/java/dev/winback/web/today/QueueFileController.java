package dev.winback.web.today;

import dev.winback.staff.Actor;
import dev.winback.task.TaskRow;
import dev.winback.task.Tasks;
import dev.winback.task.Today;
import dev.winback.web.layout.Export;
import dev.winback.web.layout.Wording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A member's queue as a file. */
@Controller
class QueueFileController {

  private final Tasks tasks;
  private final WorkedView worked;
  private final Wording wording;

  QueueFileController(Tasks tasks, WorkedView worked, Wording wording) {
    this.tasks = tasks;
    this.worked = worked;
    this.wording = wording;
  }

  /** The queue as a file, in the order of work; of a saved view as the page shows it. */
  @GetMapping({"/today.csv", "/today.xlsx"})
  void file(
      @RequestParam @Nullable String member,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable Long view,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var today = today(member, due, view, actor);
    try (var file = Export.open(request, response, today.due(), "today")) {
      file.row((Object[]) wording.of("task.file").split(";"));
      today.queue().forEach(row -> file.row(cells(row)));
    }
  }

  private Today today(
      @Nullable String member, @Nullable LocalDate due, @Nullable Long view, Actor actor) {
    return view == null
        ? tasks.today(member, due, null, actor)
        : tasks.through(worked.losses(worked.of(view, actor), actor), null, actor);
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
      row.currency()
    };
  }
}
