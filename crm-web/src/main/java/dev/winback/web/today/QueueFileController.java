package dev.winback.web.today;

import dev.winback.staff.Actor;
import dev.winback.task.Tasks;
import dev.winback.web.layout.Export;
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

  QueueFileController(Tasks tasks) {
    this.tasks = tasks;
  }

  /** The queue as a file, in the order of work. */
  @GetMapping({"/today.csv", "/today.xlsx"})
  void file(
      @RequestParam @Nullable String member,
      @RequestParam @Nullable LocalDate due,
      Actor actor,
      HttpServletRequest request,
      HttpServletResponse response) {
    var today = tasks.today(member, due, null, actor);
    try (var file = Export.open(request, response, today.due(), "today")) {
      file.row("task", "kind", "due", "at", "customer", "name", "phone", "value", "currency");
      for (var row : today.queue()) {
        file.row(
            row.id().value(),
            row.kind().code(),
            row.dueOn(),
            row.dueAt(),
            row.ref(),
            row.name(),
            row.phone(),
            row.weight(),
            row.currency());
      }
    }
  }
}
