package dev.winback.web.report;

import dev.winback.report.Funnel;
import dev.winback.report.FunnelFilter;
import dev.winback.report.Funnels;
import dev.winback.staff.Actor;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recovery funnel, for scripts. */
@RestController
class FunnelApi {

  private final Funnels funnels;

  FunnelApi(Funnels funnels) {
    this.funnels = funnels;
  }

  /** As of the night of a day. */
  record Recovery(
      LocalDate asOf,
      long lost,
      long contacted,
      long reached,
      long offered,
      long agreed,
      long ordered,
      long alone,
      String lostYear,
      String orderedYear,
      String currency) {

    static Recovery of(LocalDate asOf, Funnel funnel, String currency) {
      return new Recovery(
          asOf,
          funnel.lost(),
          funnel.contacted(),
          funnel.reached(),
          funnel.offered(),
          funnel.agreed(),
          funnel.ordered(),
          funnel.alone(),
          funnel.lostYear().toPlainString(),
          funnel.orderedYear().toPlainString(),
          currency);
    }
  }

  @GetMapping("/api/v1/reports/funnel")
  Recovery funnel(FunnelFilter filter, Actor actor) {
    return Recovery.of(funnels.day(), funnels.of(filter, actor), funnels.currency());
  }
}
