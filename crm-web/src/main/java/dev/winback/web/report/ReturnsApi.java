package dev.winback.web.report;

import dev.winback.report.BoughtAgain;
import dev.winback.report.ReturnMonth;
import dev.winback.report.ReturnReport;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of those who came back, for scripts. */
@RestController
class ReturnsApi {

  private final ReturnReport returns;

  ReturnsApi(ReturnReport returns) {
    this.returns = returns;
  }

  /** As of the night of a day; null: as of this moment. */
  record Returns(
      @Nullable LocalDate asOf,
      String currency,
      ReturnMonth total,
      List<ReturnMonth> months,
      List<BoughtAgain> boughtAgain) {}

  @GetMapping({"/api/v1/reports/returns", "/api/v1/reports/second-life"})
  Returns returns(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Actor actor) {
    var months = ReturnMonth.between(returns.months(actor), from, to);
    return new Returns(
        returns.day(actor),
        returns.currency(),
        returns.total(months),
        months,
        returns.again(actor));
  }
}
