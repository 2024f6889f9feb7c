package dev.winback.web.report;

import dev.winback.report.CohortTable;
import dev.winback.report.Cohorts;
import dev.winback.report.MonthSpan;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who buys again how long after the first purchase, for scripts. */
@RestController
class CohortApi {

  private final Cohorts cohorts;

  CohortApi(Cohorts cohorts) {
    this.cohorts = cohorts;
  }

  record BoughtLater(int since, long customers, double share, boolean partial) {}

  /** {@code cohort} is the first day of its month or quarter. */
  record Cohort(LocalDate cohort, long customers, List<BoughtLater> later) {

    static Cohort of(CohortTable.Row row) {
      return new Cohort(
          row.cohort().atDay(1),
          row.customers(),
          row.cells().stream()
              .map(c -> new BoughtLater(c.since(), c.customers(), c.share(), c.partial()))
              .toList());
    }
  }

  /** As of the night of a day. */
  record CohortAnswer(LocalDate asOf, String unit, List<Cohort> items) {}

  @GetMapping("/api/v1/reports/cohorts")
  CohortAnswer cohorts(MonthSpan span, Actor actor) {
    var table = cohorts.table(span, actor);
    return new CohortAnswer(
        table.day(), table.unit(), table.rows().stream().map(Cohort::of).toList());
  }
}
