package dev.winback.web.report;

import dev.winback.signal.Profiles;
import dev.winback.staff.Actor;
import dev.winback.value.ModelReport;
import dev.winback.value.Values;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The model of buying in numbers. */
@RestController
class ModelApi {

  private final Values values;
  private final Profiles profiles;

  ModelApi(Values values, Profiles profiles) {
    this.values = values;
    this.profiles = profiles;
  }

  @GetMapping("/api/v1/reports/model")
  ModelReport model(Actor actor) {
    var limits = profiles.of("");
    return values.report(actor, limits.lateShare().doubleValue(), limits.lostShare().doubleValue());
  }
}
