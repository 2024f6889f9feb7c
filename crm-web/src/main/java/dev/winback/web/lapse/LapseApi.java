package dev.winback.web.lapse;

import dev.winback.lapse.Closures;
import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseFilter;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Losers;
import dev.winback.lapse.Stage;
import dev.winback.lapse.UnchangedLapses;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.api.IfMatch;
import dev.winback.why.Backgrounds;
import dev.winback.why.Findings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
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
  private final Closures closures;
  private final Losers losers;
  private final Findings findings;
  private final Backgrounds backgrounds;
  private final UnchangedLapses unchanged;

  LapseApi(
      Lapses lapses,
      Decisions decisions,
      Closures closures,
      Losers losers,
      Findings findings,
      Backgrounds backgrounds,
      UnchangedLapses unchanged) {
    this.lapses = lapses;
    this.decisions = decisions;
    this.closures = closures;
    this.losers = losers;
    this.findings = findings;
    this.backgrounds = backgrounds;
    this.unchanged = unchanged;
  }

  record DecisionRequest(
      @Nullable String decision, @Nullable String reason, @Nullable LocalDate until) {}

  record AssignmentRequest(@Nullable String member, @Nullable String override) {}

  record LostByRequest(@Nullable String member, @Nullable String reason) {}

  record ClosureRequest(@Nullable String exit, @Nullable String reason) {}

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
    return new Paged<>(
        page.items().stream().map(row -> LapseJson.of(row, null, null)).toList(), page.next());
  }

  @GetMapping("/{id}")
  ResponseEntity<LapseJson> one(@PathVariable LapseId id, Actor actor) {
    var row = lapses.row(id, actor);
    var why = findings.of(id, actor).map(WhyJson::of).orElse(null);
    var background = backgrounds.of(id, actor).orElse(null);
    return ResponseEntity.ok()
        .eTag(IfMatch.tag(row.version()))
        .body(LapseJson.of(row, why, background));
  }

  @PostMapping("/{id}/decision")
  ResponseEntity<LapseJson> decide(
      @PathVariable LapseId id,
      @RequestBody DecisionRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    var decision = Decision.ofCode(text(request.decision()));
    var reason = text(request.reason());
    return act(
        id, tag, actor, () -> decisions.decide(id, decision, reason, request.until(), actor));
  }

  @PostMapping("/{id}/assignment")
  ResponseEntity<LapseJson> assign(
      @PathVariable LapseId id,
      @RequestBody AssignmentRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    var member = text(request.member());
    return act(id, tag, actor, () -> decisions.assign(id, member, request.override(), actor));
  }

  /** An empty member: nobody knows. One that is left out says nothing. */
  @PostMapping("/{id}/lost-by")
  ResponseEntity<LapseJson> blame(
      @PathVariable LapseId id,
      @RequestBody LostByRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    var member = request.member();
    return act(id, tag, actor, () -> losers.correct(id, member, text(request.reason()), actor));
  }

  @PostMapping("/{id}/closure")
  ResponseEntity<LapseJson> close(
      @PathVariable LapseId id,
      @RequestBody ClosureRequest request,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    var exit = Stage.ofCode(text(request.exit()));
    return act(id, tag, actor, () -> closures.close(id, exit, text(request.reason()), actor));
  }

  private ResponseEntity<LapseJson> act(
      LapseId id, @Nullable String tag, Actor actor, Runnable act) {
    unchanged.act(id, IfMatch.version(tag), actor, act);
    return one(id, actor);
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
