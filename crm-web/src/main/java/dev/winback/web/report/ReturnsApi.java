package dev.winback.web.report;

import dev.winback.report.BoughtAgain;
import dev.winback.report.ReturnMonth;
import dev.winback.report.ReturnReport;
import dev.winback.staff.Actor;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of those who came back, for scripts. */
@RestController
class ReturnsApi {

  private final ReturnReport returns;

  ReturnsApi(ReturnReport returns) {
    this.returns = returns;
  }

  record Returns(
      String currency,
      ReturnMonth total,
      List<ReturnMonth> months,
      List<BoughtAgain> boughtAgain) {}

  @GetMapping("/api/v1/reports/returns")
  Returns returns(Actor actor) {
    var months = returns.months(actor);
    return new Returns(returns.currency(), returns.total(months), months, returns.again(actor));
  }
}
