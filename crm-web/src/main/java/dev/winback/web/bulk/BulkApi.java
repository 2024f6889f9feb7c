package dev.winback.web.bulk;

import dev.winback.bulk.BulkAction;
import dev.winback.bulk.BulkOrder;
import dev.winback.bulk.Bulks;
import dev.winback.lapse.LapseId;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import dev.winback.web.layout.Wording;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One act upon many losses, for scripts. */
@RestController
@RequestMapping("/api/v1/bulk")
class BulkApi {

  private static final int LARGEST_PAGE = 1000;

  private final Bulks bulks;
  private final Wording wording;

  BulkApi(Bulks bulks, Wording wording) {
    this.bulks = bulks;
    this.wording = wording;
  }

  /** Either {@code lapses} or {@code query}, the words of the lost list's address. */
  record BulkRequest(
      @Nullable String action,
      @Nullable List<Long> lapses,
      @Nullable String query,
      @Nullable String reason,
      @Nullable LocalDate until,
      @Nullable String member,
      @Nullable String override,
      @Nullable Boolean farewell) {

    BulkOrder order() {
      var picked = lapses == null ? List.<Long>of() : lapses;
      if (picked.stream().anyMatch(Objects::isNull)) {
        throw Refused.field("lapses", "bulk.refused.unknown", 1);
      }
      return new BulkOrder(
          BulkAction.ofCode(text(action)),
          picked.stream().map(LapseId::new).toList(),
          query,
          text(reason),
          until,
          text(member),
          override,
          Boolean.TRUE.equals(farewell));
    }

    private static String text(@Nullable String value) {
      return value == null ? "" : value.strip();
    }
  }

  record LineJson(String lapse, String ref, String outcome, @Nullable String why) {}

  @PostMapping
  ResponseEntity<BulkJson> start(@RequestBody BulkRequest request, Actor actor) {
    actor.require(Permission.DECIDE);
    var job = bulks.start(request.order(), actor);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/bulk/" + job.id()))
        .body(BulkJson.of(job, wording));
  }

  @GetMapping("/{id}")
  BulkJson one(@PathVariable long id, Actor actor) {
    return BulkJson.of(bulks.one(id, actor), wording);
  }

  @GetMapping("/{id}/lapses")
  Paged<LineJson> lines(
      @PathVariable long id,
      @RequestParam @Nullable String outcome,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refused.field("limit", "refused.limit", LARGEST_PAGE, limit);
    }
    var page = bulks.lines(id, BulkController.outcome(outcome), after, limit, actor);
    return new Paged<>(
        page.items().stream()
            .map(
                line ->
                    new LineJson(
                        Long.toString(line.lapse()),
                        line.ref(),
                        line.outcome().word(),
                        line.why() == null ? null : wording.of(line.why())))
            .toList(),
        page.next());
  }

  @PostMapping("/{id}/cancel")
  BulkJson cancel(@PathVariable long id, Actor actor) {
    bulks.cancel(id, actor);
    return one(id, actor);
  }

  @PostMapping("/{id}/undo")
  BulkJson undo(@PathVariable long id, Actor actor) {
    return BulkJson.of(bulks.undo(id, actor), wording);
  }
}
