package dev.winback.web.romi;

import dev.winback.romi.RomiFilter;
import dev.winback.romi.RomiPicture;
import dev.winback.romi.RomiReport;
import dev.winback.staff.Actor;
import dev.winback.web.api.ComparisonBody;
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
