package dev.winback.web.report;

import dev.winback.report.BaseLeft;
import dev.winback.report.LossBand;
import dev.winback.report.LossMonth;
import dev.winback.report.LossReport;
import dev.winback.report.LossYear;
import dev.winback.staff.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Losses of a year, for scripts. */
@RestController
class LossApi {

  private final LossReport report;

  LossApi(LossReport report) {
    this.report = report;
  }

  record Year(
      LocalDate from,
      LocalDate until,
      long before,
      long firsts,
      long losses,
      long returns,
      long after,
      double rate,
      LossBand band,
      BigDecimal lostYear,
      BigDecimal backYear,
      List<LossMonth> items) {

    static Year of(LossYear year) {
      return new Year(
          year.from(),
          year.until(),
          year.before(),
          year.firsts(),
          year.losses(),
          year.returns(),
          year.after(),
          year.rate(),
          year.band(),
          year.lostYear(),
          year.backYear(),
          year.months());
    }
  }

  record Losses(String currency, Year year, Year yearBefore, List<BaseLeft> left) {}

  @GetMapping("/api/v1/reports/losses")
  Losses losses(@RequestParam(required = false) @Nullable String to, Actor actor) {
    var picture = report.picture(to, actor);
    return new Losses(
        report.currency(), Year.of(picture.year()), Year.of(picture.before()), picture.left());
  }
}
