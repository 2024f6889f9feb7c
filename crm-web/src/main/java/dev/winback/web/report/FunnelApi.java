package dev.winback.web.report;

import dev.winback.report.Funnel;
import dev.winback.report.FunnelFilter;
import dev.winback.report.Funnels;
import dev.winback.staff.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The recovery funnel, for scripts. */
@RestController
class FunnelApi {

  private final Funnels funnels;

  FunnelApi(Funnels funnels) {
    this.funnels = funnels;
  }

  @GetMapping("/api/v1/reports/funnel")
  Funnel funnel(FunnelFilter filter, Actor actor) {
    return funnels.of(filter, actor);
  }
}
