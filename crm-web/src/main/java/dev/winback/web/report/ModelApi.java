package dev.winback.web.report;

import dev.winback.staff.Actor;
import dev.winback.value.ModelReport;
import dev.winback.value.Values;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The model of buying in numbers. */
@RestController
class ModelApi {

  private final Values values;

  ModelApi(Values values) {
    this.values = values;
  }

  @GetMapping("/api/v1/reports/model")
  ModelReport model(Actor actor) {
    return values.report(actor);
  }
}
