package dev.winback.web.letter;

import dev.winback.letter.LetterResults;
import dev.winback.letter.ResultPeriod;
import dev.winback.letter.RungFigures;
import dev.winback.letter.RungResult;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.web.api.ComparisonBody;
import java.time.LocalDate;
import java.util.List;
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
      LocalDate asOf, LocalDate from, LocalDate to, String currency, List<LineBody> rungs) {}

  /** Of the period; {@code before} of as many days before it. */
  record FiguresBody(
      long sent,
      long control,
      long returned,
      long controlReturned,
      String revenue,
      long couponsUsed,
      long unsubscribed,
      long opened,
      long clicked) {

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
          figures.clicked());
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

  @GetMapping("/api/v1/reports/ladder")
  ReportBody ladder(ResultPeriod period, Actor actor) {
    var rungs = results.results(period, actor).rungs();
    return new ReportBody(
        results.day(),
        period.first(clock.today()),
        period.last(clock.today()),
        results.currency(),
        rungs.stream().map(LineBody::of).toList());
  }
}
