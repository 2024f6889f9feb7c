package dev.winback.web.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.winback.report.ReasonLine;
import dev.winback.report.ReasonReport;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Why customers were lost, for scripts (UND-23). */
@RestController
class ReasonsApi {

  private final ReasonReport report;

  ReasonsApi(ReasonReport report) {
    this.report = report;
  }

  /**
   * {@code key} is a code of the tree or {@code unknown}, goods, a login or {@code none}, or a
   * month; {@code share} percent of the money up to this line.
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Line(
      String key,
      @Nullable String name,
      long losses,
      String money,
      String currency,
      @Nullable String share,
      long guessed) {

    static Line of(ReasonLine line, String currency) {
      return new Line(
          line.key(),
          line.name(),
          line.losses(),
          line.money().toPlainString(),
          currency,
          line.share() == null ? null : line.share().toPlainString(),
          line.guessed());
    }
  }

  /** As of the night of a day; null: as of this moment. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Reasons(@Nullable LocalDate asOf, List<Line> items) {}

  @GetMapping("/api/v1/reports/reasons")
  Reasons reasons(ReasonsAsked asked, Actor actor) {
    var by = asked.lines();
    var currency = report.currency();
    var lines =
        report.lines(by, asked.filter(), actor).stream().map(l -> Line.of(l, currency)).toList();
    return new Reasons(report.day(by, asked.filter(), actor), lines);
  }
}
