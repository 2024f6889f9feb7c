package dev.winback.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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

  /** The firm's own. */
  String currency() {
    return rules.firmCurrency();
  }

  /** What this history shows on this day. */
  Folded fold(History history, LocalDate day) {
    var value = history.neverBought() ? null : Value.of(history, rules.firmCurrency());
    return new Folded(history, value, see(history, day, rule -> true));
  }

  /** What the standing of a VIP shows, whose purchases have passed before it was known. */
  Folded foldVip(History history, LocalDate day) {
    return new Folded(history, null, see(history, day, rule -> rule.kind().ofVips()));
  }

  private List<Evidence> see(History history, LocalDate day, Predicate<Rule> asked) {
    var found = new ArrayList<Evidence>();
    for (var rule : rulesFor(history.traits().kind())) {
      if (asked.test(rule) && (rule.ofProspects() || !history.neverBought())) {
        var evidence = see(rule, history, day);
        if (evidence != null) {
          found.add(evidence);
        }
      }
    }
    return buysNoLess(found);
  }

  /** Beside a loss "buys less" would say that he still buys (DET-05). */
  private static List<Evidence> buysNoLess(List<Evidence> found) {
    if (found.stream().anyMatch(evidence -> evidence.lostFrom() != null)) {
      found.removeIf(evidence -> evidence.kind() == SignalKind.VOLUME_DROP);
    }
    return found;
  }

  private List<Rule> rulesFor(String kind) {
    return byKind.computeIfAbsent(kind, k -> rules.of(limits.of(k), k));
  }

  /** Whether it shows a loss, which is known without asking all rules. */
  boolean loss(History history, LocalDate day) {
    return !history.neverBought()
        && rulesFor(history.traits().kind()).stream()
            .filter(rule -> rule.kind().ofLoss())
            .map(rule -> see(rule, history, day))
            .anyMatch(evidence -> evidence != null && evidence.lostFrom() != null);
  }

  private @Nullable Evidence see(Rule rule, History history, LocalDate day) {
    var evidence = rule.see(history, day);
    if (evidence != null && rule.kind().ofSilence()) {
      evidence = patiently(evidence, history, day);
    }
    return evidence == null || history.traits().dismisses(evidence) ? null : evidence;
  }

  /** What people have said of this customer's silence outweighs what holds for his kind. */
  private @Nullable Evidence patiently(Evidence evidence, History history, LocalDate day) {
    var last = history.last().day();
    var until = history.traits().patientUntil(last);
    if (day.isBefore(until)) {
      return null;
    }
    var season = Season.of(history, limits);
    return season == null
        ? evidence.notBefore(until)
        : season.patiently(evidence.notBefore(until), last, day);
  }
}
