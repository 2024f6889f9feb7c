package dev.winback.web.letter;

import dev.winback.letter.DoubtfulLetters;
import dev.winback.letter.HoldReason;
import dev.winback.letter.LetterFilter;
import dev.winback.letter.LetterId;
import dev.winback.letter.LetterRow;
import dev.winback.letter.Letters;
import dev.winback.shared.Paged;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.web.aftercare.CareShown;
import dev.winback.web.aftercare.Cared;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Letters for scripts (api.md): one row per letter with its state and times. */
@RestController
@RequestMapping("/api/v1/letters")
class LetterApi {

  private static final int LIMIT = 1000;

  private final Letters letters;
  private final DoubtfulLetters doubts;
  private final CareShown care;

  LetterApi(Letters letters, DoubtfulLetters doubts, CareShown care) {
    this.care = care;
    this.doubts = doubts;
    this.letters = letters;
  }

  record LettersBody(List<Cared<LetterBody>> items, @Nullable String next) {}

  record LetterBody(
      long id,
      String ref,
      int rung,
      String state,
      int percent,
      @Nullable String coupon,
      LocalDate dueOn,
      @Nullable Instant announcedAt,
      @Nullable Instant sentAt,
      @Nullable String reason) {

    static LetterBody of(LetterRow row) {
      HoldReason reason = row.reason();
      return new LetterBody(
          row.id().value(),
          row.ref(),
          row.rung(),
          row.status().code(),
          row.percent(),
          row.coupon(),
          row.dueOn(),
          row.announcedAt(),
          row.sentAt(),
          reason == null ? null : reason.code());
    }
  }

  record DecisionBody(@Nullable String decision, @Nullable String reason) {}

  @GetMapping
  LettersBody list(
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String reason,
      @RequestParam @Nullable Integer rung,
      @RequestParam @Nullable String customer,
      @RequestParam @Nullable String q,
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam @Nullable String after,
      Actor actor) {
    if (limit < 1 || limit > LIMIT) {
      throw Refused.field("limit", "letter.refused.range", limit, 1, LIMIT);
    }
    var filter = LetterFilter.of(status, reason, rung, customer).searching(q);
    var page = letters.list(filter, after, limit, actor);
    var bodies = new Paged<>(page.items().stream().map(LetterBody::of).toList(), page.next());
    var marked = care.marked(bodies, LetterBody::ref);
    return new LettersBody(marked.items(), marked.next());
  }

  @GetMapping("/{id}")
  Cared<LetterBody> letter(@PathVariable long id, Actor actor) {
    var letter = LetterBody.of(letters.letter(new LetterId(id), actor).row());
    return care.marked(letter, letter.ref());
  }

  @PostMapping("/{id}/release")
  Cared<LetterBody> release(@PathVariable long id, Actor actor) {
    letters.release(new LetterId(id), actor);
    return letter(id, actor);
  }

  /** As long as it has not left; one that waits for review already stays so. */
  @PostMapping("/{id}/release/undo")
  Cared<LetterBody> takeBack(@PathVariable long id, Actor actor) {
    letters.takeBack(new LetterId(id), actor);
    return letter(id, actor);
  }

  /** An in-doubt letter: {@code sent}, {@code again} with a reason, or {@code drop}. */
  @PostMapping("/{id}/decision")
  Cared<LetterBody> decide(@PathVariable long id, @RequestBody DecisionBody body, Actor actor) {
    var reason = body.reason() == null ? "" : body.reason();
    var decided =
        switch (body.decision() == null ? "" : body.decision()) {
          case "sent" -> countAsSent(id, actor);
          case "again" -> letters.sendAgain(new LetterId(id), reason, actor);
          case "drop" -> drop(id, actor);
          default -> throw Refused.field("decision", "letter.refused.decision");
        };
    return letter(decided.value(), actor);
  }

  private LetterId countAsSent(long id, Actor actor) {
    letters.countAsSent(new LetterId(id), actor);
    return new LetterId(id);
  }

  private LetterId drop(long id, Actor actor) {
    doubts.drop(new LetterId(id), actor);
    return new LetterId(id);
  }
}
