package dev.winback.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The fold: every rule over one customer's history. The night, an arriving fact, a rule being
 * changed and a test all call it.
 */
final class Detection {

  private final List<Rule> rules;
  private final String firmCurrency;

  Detection(Limits limits, String firmCurrency) {
    this.rules = List.of(new Silent(limits), new Late(limits));
    this.firmCurrency = firmCurrency;
  }

  /** What this history, which has a purchase, shows on this day. */
  Folded fold(History history, LocalDate day) {
    var signals =
        rules.stream().map(rule -> rule.see(history, day)).filter(Objects::nonNull).toList();
    return new Folded(history, Value.of(history, firmCurrency), signals);
  }
}
