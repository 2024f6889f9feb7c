package dev.winback.web.lapse;

import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseFilter;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work on a loss, for scripts. */
@RestController
@RequestMapping("/api/v1/lapses")
class LapseApi {

  private static final int LARGEST_PAGE = 1000;

  private final Lapses lapses;
  private final Decisions decisions;

  LapseApi(Lapses lapses, Decisions decisions) {
    this.lapses = lapses;
    this.decisions = decisions;
  }

  record DecisionRequest(
      @Nullable String decision, @Nullable String reason, @Nullable LocalDate until) {}

  record AssignmentRequest(@Nullable String member, @Nullable String override) {}

  record ClosureRequest(@Nullable String exit, @Nullable String reason) {}

  record ReasonRequest(@Nullable String reason) {}

  @GetMapping
  Paged<LapseJson> list(
      @RequestParam @Nullable String stage,
      @RequestParam @Nullable String customer,
      @RequestParam @Nullable String assignee,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refused.field("limit", "refused.limit", LARGEST_PAGE, limit);
    }
    var filter = new LapseFilter(stage == null ? null : Stage.ofCode(stage), customer, assignee);
    var page = lapses.rows(filter, after, limit, actor);
    return new Paged<>(page.items().stream().map(LapseJson::of).toList(), page.next());
  }

  @GetMapping("/{id}")
  LapseJson one(@PathVariable LapseId id, Actor actor) {
    return LapseJson.of(lapses.row(id, actor));
  }

  @PostMapping("/{id}/decision")
  LapseJson decide(@PathVariable LapseId id, @RequestBody DecisionRequest request, Actor actor) {
    var decision = Decision.ofCode(text(request.decision()));
    decisions.decide(id, decision, text(request.reason()), request.until(), actor);
    return one(id, actor);
  }

  @PostMapping("/{id}/assignment")
  LapseJson assign(@PathVariable LapseId id, @RequestBody AssignmentRequest request, Actor actor) {
    decisions.assign(id, text(request.member()), request.override(), actor);
    return one(id, actor);
  }

  @PostMapping("/{id}/closure")
  LapseJson close(@PathVariable LapseId id, @RequestBody ClosureRequest request, Actor actor) {
    lapses.close(id, Stage.ofCode(text(request.exit())), text(request.reason()), actor);
    return one(id, actor);
  }

  @PostMapping("/{id}/reason")
  LapseJson learnReason(@PathVariable LapseId id, @RequestBody ReasonRequest request, Actor actor) {
    lapses.learnReason(id, text(request.reason()), actor);
    return one(id, actor);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
