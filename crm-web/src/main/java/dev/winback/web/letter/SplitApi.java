package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.RungSplit;
import dev.winback.letter.RungSplits;
import dev.winback.letter.SplitResult;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Two discounts of one rung side by side, for scripts. */
@RestController
@RequestMapping("/api/v1/ladder/rungs/{number}/split")
class SplitApi {

  private final RungSplits splits;
  private final Ladder ladder;

  SplitApi(RungSplits splits, Ladder ladder) {
    this.splits = splits;
    this.ladder = ladder;
  }

  /** Other is null on a rung that has never compared anything. */
  record SplitBody(
      int own,
      @Nullable Integer other,
      @Nullable LocalDate since,
      @Nullable LocalDate endedOn,
      long cheaperOver,
      long cheaperReturned,
      long dearerOver,
      long dearerReturned,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String savingAYear) {

    static SplitBody none(int percent) {
      return new SplitBody(percent, null, null, null, 0, 0, 0, 0, null, null, null);
    }

    static SplitBody of(SplitResult result) {
      var split = result.split();
      return new SplitBody(
          split.own(),
          split.other(),
          split.since(),
          split.endedOn(),
          result.cheaper().of(),
          result.cheaper().returned(),
          result.dearer().of(),
          result.dearer().returned(),
          result.difference().low(),
          result.difference().high(),
          result.savingAYear().toPlainString());
    }
  }

  record OtherBody(@Nullable Integer other) {}

  /** The one that runs or ran last. */
  @GetMapping
  SplitBody split(@PathVariable int number, Actor actor) {
    var result = splits.results(actor).get(number);
    return result == null
        ? SplitBody.none(ladder.rung(number, actor).percent())
        : SplitBody.of(result);
  }

  @PutMapping
  SplitBody begin(@PathVariable int number, @RequestBody OtherBody body, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    if (body.other() == null) {
      throw Refused.field("other", "split.refused.number", "");
    }
    splits.begin(number, body.other(), actor);
    return split(number, actor);
  }

  /** {@code keep} is {@code own} or {@code other}. */
  @DeleteMapping
  ResponseEntity<Void> end(
      @PathVariable int number, @RequestParam(defaultValue = "own") String keep, Actor actor) {
    actor.require(Permission.EDIT_LADDER);
    splits.end(number, RungSplit.Half.ofCode(keep), actor);
    return ResponseEntity.noContent().build();
  }
}
