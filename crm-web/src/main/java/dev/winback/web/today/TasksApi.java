package dev.winback.web.today;

import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.CareRow;
import dev.winback.task.Logged;
import dev.winback.task.TaskId;
import dev.winback.task.TaskRow;
import dev.winback.task.Tasks;
import dev.winback.web.layout.Wording;
import java.math.BigDecimal;
import java.time.Instant;
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

  private final Tasks tasks;
  private final Wording wording;

  TasksApi(Tasks tasks, Wording wording) {
    this.tasks = tasks;
    this.wording = wording;
  }

  private static final int LARGEST_PAGE = 500;

  record Page(List<Item> items, @Nullable String next, long count) {}

  record Item(
      long id,
      long lapse,
      String ref,
      String name,
      @Nullable String phone,
      String member,
      String kind,
      LocalDate due,
      @Nullable Instant at,
      boolean overdue,
      int attempt,
      @Nullable String aim,
      String value,
      String currency,
      String localTime,
      boolean callable,
      @Nullable String notNow,
      @Nullable Instant until) {

    static Item of(TaskRow row) {
      var window = row.window();
      return new Item(
          row.id().value(),
          row.lapse().value(),
          row.ref(),
          row.name(),
          row.phone(),
          row.login(),
          row.kind().code(),
          row.dueOn(),
          row.dueAt(),
          row.overdue(),
          row.attempt(),
          row.aim(),
          plain(row.weight()),
          row.currency(),
          window.local().withSecond(0).withNano(0).toString(),
          window.open(),
          window.notNow() == null ? null : window.notNow().code(),
          window.until() == null ? null : window.until().toInstant());
    }

    private static String plain(BigDecimal money) {
      return money.toPlainString();
    }
  }

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
    var page = tasks.open(member, due, after, limit, actor);
    return new Page(
        page.items().stream().map(Item::of).toList(),
        page.next(),
        tasks.countOpen(member, due, actor));
  }

  /** Contact data that are to be checked: the work after the calls, as many as a day has room. */
  @GetMapping("/checks")
  Map<String, List<Check>> checks(
      @RequestParam @Nullable String member, @RequestParam @Nullable LocalDate due, Actor actor) {
    var checks = tasks.checks(member, due, actor);
    return Map.of("items", checks.stream().map(this::check).toList());
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
        Item.plain(row.weight()),
        row.currency(),
        wording.of(row.why()));
  }

  record Call(
      @Nullable String result,
      @Nullable String note,
      @Nullable String reason,
      @Nullable Integer severity,
      @Nullable String promise,
      @Nullable String next,
      @Nullable Boolean agreed) {

    CallLog toLog(@Nullable String key) {
      return new CallLog(
          CallResult.ofCode(result),
          note == null ? "" : note,
          reason,
          severity,
          promise,
          next,
          Boolean.TRUE.equals(agreed),
          key);
    }
  }

  record Answer(long task, String result, Instant calledAt, @Nullable Next next) {

    record Next(long task, String kind, LocalDate on, @Nullable Instant at) {}

    static Answer of(Logged logged) {
      var task = logged.nextTask();
      var kind = logged.nextKind();
      var on = logged.nextOn();
      var next =
          task == null || kind == null || on == null
              ? null
              : new Next(task.value(), kind.code(), on, logged.nextAt());
      return new Answer(logged.task().value(), logged.result().code(), logged.calledAt(), next);
    }
  }

  @PostMapping("/{task}/calls")
  @ResponseStatus(HttpStatus.CREATED)
  Answer log(
      @PathVariable TaskId task,
      @RequestBody Call call,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      Actor actor) {
    return Answer.of(tasks.log(task, call.toLog(key), actor));
  }

  @PostMapping("/{task}/undo")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void undo(@PathVariable TaskId task, Actor actor) {
    tasks.undo(task, actor);
  }
}
