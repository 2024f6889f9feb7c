package dev.winback.web.romi;

import dev.winback.experiment.Interval;
import dev.winback.experiment.Verdict;
import dev.winback.romi.RomiFilter;
import dev.winback.romi.RomiPicture;
import dev.winback.romi.RomiReport;
import dev.winback.staff.Actor;
import dev.winback.worth.Increment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** ROMI of all returns, for scripts. */
@RestController
class RomiApi {

  private final RomiReport report;

  RomiApi(RomiReport report) {
    this.report = report;
  }

  record PartBody(String part, long cases, String amount) {

    static PartBody of(RomiPicture.Line line) {
      return new PartBody(line.part().code(), line.cases(), line.amount().toPlainString());
    }
  }

  /** Shares from -1 to 1; money of the margin that came by the letters up to the last look. */
  record ComparisonBody(
      long treated,
      long kept,
      Verdict verdict,
      long more,
      @Nullable Double difference,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String margin,
      @Nullable String marginLow,
      @Nullable String marginHigh,
      String cost,
      @Nullable Long romiPercent,
      @Nullable Long romiLow,
      @Nullable Long romiHigh) {

    static ComparisonBody of(Increment shown) {
      var finding = shown.finding();
      Interval difference = finding.difference();
      return new ComparisonBody(
          shown.treated().of(),
          shown.kept().of(),
          finding.verdict(),
          finding.more(),
          difference == null ? null : finding.above(),
          difference == null ? null : difference.low(),
          difference == null ? null : difference.high(),
          plain(shown.margin()),
          plain(shown.low()),
          plain(shown.high()),
          shown.cost().toPlainString(),
          shown.romi(),
          shown.romiLow(),
          shown.romiHigh());
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
      return amount == null ? null : amount.toPlainString();
    }
  }

  /**
   * As of the night of a day; amounts of returns are turnover, those of the other parts what was
   * spent.
   */
  record RomiBody(
      LocalDate asOf,
      LocalDate from,
      LocalDate to,
      String currency,
      List<PartBody> returns,
      long running,
      List<PartBody> spent,
      String margin,
      String cost,
      @Nullable Long romiPercent,
      @Nullable Long helpedRomiPercent,
      @Nullable ComparisonBody comparison) {}

  @GetMapping("/api/v1/reports/romi")
  RomiBody romi(RomiFilter filter, Actor actor) {
    var picture = report.of(filter, actor);
    var shown = picture.increment();
    return new RomiBody(
        report.day(),
        picture.from(),
        picture.to(),
        picture.currency(),
        picture.earned().stream().map(PartBody::of).toList(),
        picture.running(),
        picture.spent().stream().map(PartBody::of).toList(),
        picture.romi().margin().toPlainString(),
        picture.cost().toPlainString(),
        picture.romi().percent(),
        picture.helped().percent(),
        shown.comparable() ? ComparisonBody.of(shown) : null);
  }
}
