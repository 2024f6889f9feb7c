package dev.winback.web.letter;

import dev.winback.letter.LetterResults;
import dev.winback.letter.PromptKind;
import dev.winback.letter.ResultPeriod;
import dev.winback.letter.RungFigures;
import dev.winback.letter.RungResult;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.web.api.ComparisonBody;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the letters brought, for scripts (api.md). */
@RestController
class LadderReportApi {

  private final LetterResults results;
  private final BusinessClock clock;

  LadderReportApi(LetterResults results, BusinessClock clock) {
    this.results = results;
    this.clock = clock;
  }

  /** As of the night of a day; the comparison is of all days. */
  record ReportBody(
      LocalDate asOf,
      LocalDate from,
      LocalDate to,
      String currency,
      List<LineBody> rungs,
      List<BesideBody> beside) {}

  /**
   * Of the period; {@code before} of as many days before it. {@code openedOf} and {@code clickedOf}
   * are the letters that could tell of it.
   */
  record FiguresBody(
      long sent,
      long control,
      long returned,
      long controlReturned,
      String revenue,
      long couponsUsed,
      long unsubscribed,
      long opened,
      long openedOf,
      long clicked,
      long clickedOf) {

    static FiguresBody of(RungFigures figures) {
      return new FiguresBody(
          figures.sent(),
          figures.kept(),
          figures.returned(),
          figures.keptReturned(),
          figures.revenue().toPlainString(),
          figures.used(),
          figures.unsubscribed(),
          figures.opened(),
          figures.tellsOpens(),
          figures.clicked(),
          figures.tellsClicks());
    }
  }

  record LineBody(
      @Nullable Integer rung,
      FiguresBody period,
      String cost,
      FiguresBody before,
      String costBefore,
      ComparisonBody comparison) {

    static LineBody of(RungResult row) {
      return new LineBody(
          row.rung(),
          FiguresBody.of(row.now()),
          row.cost().toPlainString(),
          FiguresBody.of(row.before()),
          row.costBefore().toPlainString(),
          ComparisonBody.of(row.increment()));
    }
  }

  /** A letter beside the ladder, by the word of its kind; {@code returned} is who bought. */
  record BesideBody(
      String letter, FiguresBody period, String cost, FiguresBody before, String costBefore) {

    static BesideBody of(RungResult row) {
      return new BesideBody(
          PromptKind.ofRung(Objects.requireNonNull(row.rung())).orElseThrow().code(),
          FiguresBody.of(row.now()),
          row.cost().toPlainString(),
          FiguresBody.of(row.before()),
          row.costBefore().toPlainString());
    }
  }

  @GetMapping("/api/v1/reports/ladder")
  ReportBody ladder(ResultPeriod period, Actor actor) {
    var ladder = results.results(period, actor);
    return new ReportBody(
        results.day(),
        period.first(clock.today()),
        period.last(clock.today()),
        results.currency(),
        ladder.rungs().stream().map(LineBody::of).toList(),
        ladder.beside().stream().map(BesideBody::of).toList());
  }
}
