package dev.winback.web.report;

import dev.winback.report.BaseLeft;
import dev.winback.report.LossBand;
import dev.winback.report.LossBands;
import dev.winback.report.LossMonth;
import dev.winback.report.LossReport;
import dev.winback.report.LossYear;
import dev.winback.report.LostLifetimes;
import dev.winback.staff.Actor;
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

  /** Money of a month that no night recorded is 0. */
  record MonthOfLosses(
      LocalDate month,
      long before,
      long firsts,
      long losses,
      long returns,
      long after,
      String lostYear,
      String backYear,
      String currency,
      boolean fromHistory) {

    static MonthOfLosses of(LossMonth month, String currency) {
      var moves = month.moves();
      return new MonthOfLosses(
          month.month(),
          month.before(),
          month.firsts(),
          moves.losses(),
          moves.returns(),
          month.after(),
          moves.lostYear().toPlainString(),
          moves.backYear().toPlainString(),
          currency,
          moves.fromHistory());
    }
  }

  record YearOfLosses(
      LocalDate from,
      LocalDate until,
      long before,
      long firsts,
      long losses,
      long returns,
      long after,
      double rate,
      LossBand band,
      long priced,
      String lostYear,
      String backYear,
      String currency,
      List<MonthOfLosses> items) {

    static YearOfLosses of(LossYear year, LossBands bands, String currency) {
      return new YearOfLosses(
          year.from(),
          year.until(),
          year.before(),
          year.firsts(),
          year.losses(),
          year.returns(),
          year.after(),
          year.rate(),
          bands.of(year.rate()),
          year.priced(),
          year.lostYear().toPlainString(),
          year.backYear().toPlainString(),
          currency,
          year.months().stream().map(month -> MonthOfLosses.of(month, currency)).toList());
    }
  }

  /** The whole lives of those lost in the year, at what a customer brings in his on average. */
  record LifetimesLost(long losses, String each, String all, String currency) {

    static @Nullable LifetimesLost of(@Nullable LostLifetimes lost) {
      return lost == null
          ? null
          : new LifetimesLost(
              lost.losses(),
              lost.each().amount().toPlainString(),
              lost.all().amount().toPlainString(),
              lost.each().currency());
    }
  }

  record Losses(
      YearOfLosses year,
      YearOfLosses yearBefore,
      @Nullable LifetimesLost lifetimes,
      long turned,
      List<BaseLeft> left) {}

  @GetMapping("/api/v1/reports/losses")
  Losses losses(
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      Actor actor) {
    var picture = report.picture(from, to, actor);
    var currency = report.currency();
    var bands = picture.rate().bands();
    return new Losses(
        YearOfLosses.of(picture.year(), bands, currency),
        YearOfLosses.of(picture.before(), bands, currency),
        LifetimesLost.of(picture.lifetimes()),
        picture.turned(),
        picture.left());
  }
}
