package dev.winback.web.letter;

import dev.winback.experiment.Verdict;
import dev.winback.letter.LetterResults;
import dev.winback.letter.ResultPeriod;
import dev.winback.letter.RungFigures;
import dev.winback.letter.RungResult;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import java.math.BigDecimal;
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
      BigDecimal revenue,
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
          figures.revenue(),
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
      long treatedOver,
      long treatedReturned,
      long controlOver,
      long controlReturned,
      Verdict verdict,
      int look,
      @Nullable Double difference,
      @Nullable Double low,
      @Nullable Double high,
      long more,
      @Nullable BigDecimal margin,
      @Nullable BigDecimal marginLow,
      @Nullable BigDecimal marginHigh,
      @Nullable Long romiPercent,
      @Nullable Long romiLow,
      @Nullable Long romiHigh) {

    static LineBody of(RungResult row) {
      var shown = row.increment();
      var finding = shown.finding();
      var difference = finding.difference();
      return new LineBody(
          row.rung(),
          FiguresBody.of(row.now()),
          row.cost().toPlainString(),
          FiguresBody.of(row.before()),
          shown.treated().of(),
          shown.treated().returned(),
          shown.kept().of(),
          shown.kept().returned(),
          finding.verdict(),
          finding.look(),
          difference == null ? null : finding.above(),
          difference == null ? null : difference.low(),
          difference == null ? null : difference.high(),
          finding.more(),
          shown.margin(),
          shown.low(),
          shown.high(),
          shown.romi(),
          shown.romiLow(),
          shown.romiHigh());
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
