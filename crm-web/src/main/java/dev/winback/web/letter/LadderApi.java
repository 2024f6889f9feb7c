package dev.winback.web.letter;

import dev.winback.letter.DryRunFilter;
import dev.winback.letter.DryRuns;
import dev.winback.letter.HoldReason;
import dev.winback.letter.Ladder;
import dev.winback.letter.Mode;
import dev.winback.letter.Rung;
import dev.winback.letter.RungEdit;
import dev.winback.letter.RungTerms;
import dev.winback.letter.Rungs;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.api.IfMatch;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ladder for scripts (api.md). */
@RestController
@RequestMapping("/api/v1/ladder")
class LadderApi {

  private final Ladder ladder;
  private final Rungs rungs;
  private final DryRuns dryRuns;
  private final ObjectMapper json;

  LadderApi(Ladder ladder, Rungs rungs, DryRuns dryRuns, ObjectMapper json) {
    this.json = json;
    this.ladder = ladder;
    this.rungs = rungs;
    this.dryRuns = dryRuns;
  }

  record LadderBody(List<RungBody> rungs) {}

  record RungBody(
      int number,
      @Nullable Integer days,
      int percent,
      String mode,
      int control,
      int couponDays,
      boolean backlog,
      @Nullable LocalDate since,
      TermsBody terms) {

    static RungBody of(Rung rung) {
      return new RungBody(
          rung.number(),
          rung.days(),
          rung.percent(),
          rung.mode().code(),
          rung.control(),
          rung.couponDays(),
          rung.backlog(),
          rung.since(),
          TermsBody.of(rung.terms()));
    }
  }

  record EditBody(
      @Nullable Integer days,
      @Nullable Integer percent,
      @Nullable Integer couponDays,
      @Nullable Integer control,
      @Nullable ObjectNode terms) {}

  record ModeBody(@Nullable String mode, @Nullable Boolean backlog) {}

  record Gets(String ref) {}

  record DoesNot(String ref, String because, @Nullable LocalDate until) {}

  record DryRunBody(List<Gets> gets, List<DoesNot> doesNot) {}

  @GetMapping
  LadderBody ladder(Actor actor) {
    return new LadderBody(ladder.rungs(actor).stream().map(RungBody::of).toList());
  }

  @GetMapping("/rungs/{number}")
  ResponseEntity<RungBody> rung(@PathVariable int number, Actor actor) {
    return tagged(ladder.rung(number, actor));
  }

  /** What the body leaves out stays as it is. */
  @PutMapping("/rungs/{number}")
  ResponseEntity<RungBody> edit(
      @PathVariable int number,
      @RequestBody EditBody body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    var now = ladder.rung(number, actor);
    var version = IfMatch.version(tag);
    var edit =
        new RungEdit(
            body.days() == null ? now.days() : body.days(),
            Objects.requireNonNullElse(body.percent(), now.percent()),
            Objects.requireNonNullElse(body.couponDays(), now.couponDays()),
            Objects.requireNonNullElse(body.control(), now.control()),
            terms(now.terms(), body),
            version == null ? Long.valueOf(now.version()) : version);
    return tagged(ladder.edit(number, edit, actor));
  }

  /** A field that is left out stays as it is, one that is null is none. */
  private @Nullable RungTerms terms(RungTerms now, EditBody body) {
    if (body.terms() == null) {
      return null;
    }
    try {
      ObjectNode merged = json.valueToTree(TermsBody.of(now));
      return json.treeToValue(merged.setAll(body.terms()), TermsBody.class).terms();
    } catch (JacksonException e) {
      throw Refused.field("terms", "letter.refused.terms", e.getOriginalMessage());
    }
  }

  /** One more rung, off. */
  @PostMapping("/rungs")
  ResponseEntity<RungBody> add(@RequestBody EditBody body, Actor actor) {
    var edit =
        new RungEdit(
            body.days(),
            Objects.requireNonNullElse(body.percent(), 0),
            Objects.requireNonNullElse(body.couponDays(), 30),
            Objects.requireNonNullElse(body.control(), 0),
            terms(RungTerms.PLAIN, body),
            null);
    return tagged(rungs.add(edit, actor));
  }

  /** Off the ladder; the same moment added again brings it back. */
  @DeleteMapping("/rungs/{number}")
  ResponseEntity<Void> remove(@PathVariable int number, Actor actor) {
    rungs.remove(number, actor);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<RungBody> tagged(Rung rung) {
    return ResponseEntity.ok().eTag(IfMatch.tag(rung.version())).body(RungBody.of(rung));
  }

  @PostMapping("/rungs/{number}/mode")
  ResponseEntity<RungBody> mode(
      @PathVariable int number,
      @RequestBody ModeBody body,
      @RequestHeader(name = "If-Match", required = false) @Nullable String tag,
      Actor actor) {
    if (body.mode() == null) {
      throw Refused.field("mode", "letter.refused.mode", "");
    }
    var backlog = Boolean.TRUE.equals(body.backlog());
    var mode = Mode.ofCode(body.mode());
    return tagged(ladder.turn(number, mode, backlog, IfMatch.version(tag), actor));
  }

  @GetMapping("/rungs/{number}/dry-run")
  DryRunBody dryRun(@PathVariable int number, @RequestParam @Nullable LocalDate day, Actor actor) {
    var run = dryRuns.run(DryRunFilter.all(number, day), null, Integer.MAX_VALUE, actor);
    var rows = run.customers().items();
    return new DryRunBody(
        rows.stream().filter(row -> row.gets()).map(row -> new Gets(row.ref())).toList(),
        rows.stream()
            .filter(row -> !row.gets())
            .map(row -> new DoesNot(row.ref(), code(row.because()), row.until()))
            .toList());
  }

  private static String code(@Nullable HoldReason reason) {
    return reason == null ? "" : reason.code();
  }
}
