package dev.winback.web.letter;

import dev.winback.experiment.Verdict;
import dev.winback.letter.LetterResults;
import dev.winback.letter.RungResult;
import dev.winback.staff.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the letters brought, for scripts (api.md). */
@RestController
class LadderReportApi {

  private final LetterResults results;

  LadderReportApi(LetterResults results) {
    this.results = results;
  }

  record ReportBody(String currency, List<LineBody> rungs) {}

  record LineBody(
      @Nullable Integer rung,
      long sent,
      long control,
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
      long returned,
      String revenue,
      long couponsUsed,
      String cost,
      String margin,
      @Nullable Long romiPercent,
      long unsubscribed,
      long opened,
      long clicked) {

    static LineBody of(RungResult row) {
      var finding = row.finding();
      var difference = finding.difference();
      return new LineBody(
          row.rung(),
          row.sent(),
          row.kept(),
          row.treated().of(),
          row.treated().returned(),
          row.control().of(),
          row.control().returned(),
          finding.verdict(),
          finding.look(),
          difference == null ? null : finding.above(),
          difference == null ? null : difference.low(),
          difference == null ? null : difference.high(),
          finding.more(),
          row.returned(),
          row.revenue().toPlainString(),
          row.used(),
          row.cost().toPlainString(),
          row.margin().toPlainString(),
          row.romi(),
          row.unsubscribed(),
          row.opened(),
          row.clicked());
    }
  }

  @GetMapping("/api/v1/reports/ladder")
  ReportBody ladder(Actor actor) {
    return new ReportBody(
        results.currency(), results.results(actor).rungs().stream().map(LineBody::of).toList());
  }
}
