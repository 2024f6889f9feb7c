package dev.winback.worth;

import dev.winback.offer.Shape;
import dev.winback.value.Buying;
import dev.winback.value.Prior;
import dev.winback.value.WinBackPriors;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the chance to win somebody back goes by, as numbers in the order of {@link
 * WinBackPriors#table}.
 */
final class Features {

  /** More attempts than these say nothing more. */
  private static final int ATTEMPTS = 5;

  /** The first class of silence, from which doublings are counted. */
  private static final double FIRST_CLASS = 90;

  /** How much of a reason is believed as long as it is only our guess (DEC-14). */
  static final double GUESS = 0.5;

  /** What follows from the reason alone. */
  static final Set<String> OF_REASON =
      Set.of("price", "service", "price-and-service", "offer-matched");

  private Features() {}

  /** The purchases are those of the day that is looked at, as the chance without us is. */
  static double[] of(
      CaseRow row, Offered offered, Buying buying, double unasked, List<Prior> priors) {
    var values = new HashMap<String, Double>();
    values.put("scale", 1.0);
    values.put("unasked", logit(unasked));
    values.put("call", is(row.asked() == Channel.CALL));
    values.put("email", is(row.asked() == Channel.EMAIL));
    why(row, values);
    history(row, values);
    values.put("purchases-doubled", log2(buying.repeats() + 1));
    values.put("offer-discount", is(offered.shape() == Shape.DISCOUNT));
    values.put("offer-upgrade", is(offered.shape() == Shape.SERVICE));
    values.put("offer-both", is(offered.shape() == Shape.BOTH));
    values.put("offer-matched", believed(offered.matches(row.problem()), row));
    return priors.stream().mapToDouble(p -> values.getOrDefault(p.feature(), 0.0)).toArray();
  }

  private static void why(CaseRow row, Map<String, Double> values) {
    values.put("price", believed("price".equals(row.problem()), row));
    values.put("service", believed("service".equals(row.problem()), row));
    values.put("price-and-service", believed("both".equals(row.problem()), row));
    values.put("human-factor", is(row.human()));
    values.put("severity-above-1", row.severity() == null ? 0.0 : row.severity() - 1.0);
  }

  private static void history(CaseRow row, Map<String, Double> values) {
    values.put("referred-others", is(row.referred()));
    values.put("complaint-resolved", is(row.complaints() > 0 && row.unresolved() == 0));
    values.put("no-complaint", is(row.complaints() == 0));
    values.put("complaint-unresolved", is(row.unresolved() > 0));
    values.put("failed-attempts", (double) Math.min(row.attempts(), ATTEMPTS));
    values.put("by-who-lost-him", is(Boolean.TRUE.equals(row.byLoser())));
    values.put("lost-twice", is(row.lostTwice()));
    values.put("silence-doubled", log2(Math.max(row.silentDays(), 1) / FIRST_CLASS));
  }

  /** False where nobody has asked yet, which is another thing than that it is not so. */
  static boolean known(String feature, CaseRow row) {
    return switch (feature) {
      case "price", "service", "price-and-service" -> row.reason() != null || row.problem() != null;
      case "human-factor" -> row.humanKnown();
      case "severity-above-1" -> row.severity() != null;
      default -> true;
    };
  }

  private static double believed(boolean holds, CaseRow row) {
    return row.guess() ? GUESS * is(holds) : is(holds);
  }

  private static double is(boolean holds) {
    return holds ? 1 : 0;
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  static double logit(double chance) {
    double inside = Math.min(Math.max(chance, 1e-4), 1 - 1e-4);
    return Math.log(inside / (1 - inside));
  }
}
