package dev.winback.web.today;

import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.task.CareRow;
import dev.winback.task.TaskId;
import dev.winback.task.TaskLists;
import dev.winback.task.Tasks;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.aftercare.Cared;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The rep's day for scripts and telephone systems. */
@RestController
@RequestMapping("/api/v1/tasks")
class TasksApi {

  private static final int LARGEST_PAGE = 500;

  private final Tasks tasks;
  private final TaskLists lists;
  private final CareShown care;
  private final Wording wording;

  TasksApi(Tasks tasks, TaskLists lists, CareShown care, Wording wording) {
    this.care = care;
    this.lists = lists;
    this.tasks = tasks;
    this.wording = wording;
  }

  record Page(List<TaskItem> items, @Nullable String next, long count) {}

  @GetMapping
  Page open(
      @RequestParam @Nullable String member,
      @RequestParam @Nullable LocalDate due,
      @RequestParam @Nullable String after,
      @RequestParam(defaultValue = "50") int limit,
      Actor actor) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refused.field("limit", "refused.limit", LARGEST_PAGE, limit);
    }
    var page = lists.open(member, due, after, limit, actor);
    return new Page(
        page.items().stream().map(TaskItem::of).toList(),
        page.next(),
        lists.count(member, due, actor));
  }

  /** Contact data that are to be checked: the work after the calls, as many as a day has room. */
  @GetMapping("/checks")
  Map<String, List<Cared<Check>>> checks(
      @RequestParam @Nullable String member, @RequestParam @Nullable LocalDate due, Actor actor) {
    var checks = tasks.checks(member, due, actor).stream().map(this::check).toList();
    return Map.of("items", care.marked(new Paged<>(checks, null), Check::ref).items());
  }

  record Check(
      String ref,
      String name,
      @Nullable String phone,
      @Nullable String email,
      String value,
      String currency,
      String why) {}

  private Check check(CareRow row) {
    return new Check(
        row.ref(),
        row.name(),
        row.phone(),
        row.email(),
        row.weight().toPlainString(),
        row.currency(),
        wording.of(row.why()));
  }

  @PostMapping("/{task}/calls")
  @ResponseStatus(HttpStatus.CREATED)
  CallAnswer log(
      @PathVariable TaskId task,
      @RequestBody CallRequest call,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Actor actor) {
    return CallAnswer.of(tasks.log(task, call.toLog(key), actor));
  }

  @PostMapping("/{task}/undo")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable TaskId task, Actor actor) {
    tasks.undo(task, actor);
  }
}
