package dev.winback.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fold: every rule over one customer's history. The night, an arriving fact, a rule being
 * changed and a test all call it.
 */
final class Detection {

  private final LimitsByKind limits;
  private final Rules rules;
  private final Map<String, List<Rule>> byKind = new HashMap<>();

  Detection(LimitsByKind limits, Rules rules) {
    this.limits = limits;
    this.rules = rules;
  }

  /** What this history shows on this day. */
  Folded fold(History history, LocalDate day) {
    var found = new ArrayList<Evidence>();
    for (var rule : rulesFor(history.traits().kind())) {
      if (rule.ofProspects() || !history.neverBought()) {
        var evidence = see(rule, history, day);
        if (evidence != null) {
          found.add(evidence);
        }
      }
    }
    return new Folded(
        history, history.neverBought() ? null : Value.of(history, rules.firmCurrency()), found);
  }

  private List<Rule> rulesFor(String kind) {
    return byKind.computeIfAbsent(kind, k -> rules.of(limits.of(k), k));
  }

  private static @Nullable Evidence see(Rule rule, History history, LocalDate day) {
    var evidence = rule.see(history, day);
    if (evidence != null && rule.kind().ofSilence()) {
      evidence = patiently(evidence, history, day);
    }
    return evidence == null || history.traits().dismisses(evidence) ? null : evidence;
  }

  /** What people have said of this customer's silence outweighs what holds for his kind. */
  private static @Nullable Evidence patiently(Evidence evidence, History history, LocalDate day) {
    var until = history.traits().patientUntil(history.last().day());
    return day.isBefore(until) ? null : evidence.notBefore(until);
  }
}
