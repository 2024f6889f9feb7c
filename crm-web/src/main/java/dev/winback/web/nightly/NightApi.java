package dev.winback.web.nightly;

import dev.winback.nightly.NightRow;
import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Actor;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs the night now, for scripts. */
@RestController
@RequestMapping("/api/v1/nights")
class NightApi {

  private final NightlyRun nightly;

  NightApi(NightlyRun nightly) {
    this.nightly = nightly;
  }

  record NightRequest(@Nullable LocalDate day) {}

  record NightJson(
      String id, LocalDate day, String state, BigDecimal seconds, List<NightRow.StepRow> steps) {

    static NightJson of(NightRow row) {
      return new NightJson(
          Long.toString(row.id()), row.day(), row.state(), row.seconds(), row.steps());
    }
  }

  /** The day comes in the body or as a parameter; without one it is today's. */
  @PostMapping
  ResponseEntity<Map<String, String>> start(
      @RequestBody(required = false) @Nullable NightRequest request,
      @RequestParam @Nullable LocalDate day,
      Actor actor) {
    var wanted = request == null || request.day() == null ? day : request.day();
    var id = Long.toString(nightly.start(wanted, actor));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/nights/" + id))
        .body(Map.of("id", id, "state", "running"));
  }

  @GetMapping("/{id}")
  NightJson one(@PathVariable long id, Actor actor) {
    return NightJson.of(nightly.night(id, actor));
  }
}
