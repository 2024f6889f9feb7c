package dev.winback.signal;

import static dev.winback.signal.AHistory.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of the signs whatever a customer's history (DET-02 to DET-09, DET-18, DET-22). */
class DetectionPropertiesTest {

  private static final int TRIES = 500;
  private static final List<String> KINDS =
      List.of(
          "buys",
          "buys",
          "buys",
          "buys",
          "buys",
          "asks",
          "complains",
          "missed",
          "written",
          "heard",
          "cart",
          "ends");
  private static final String SEED = "20260601";

  /**
   * Something that happened so many days ago; each day has at most one, so that all are in order.
   */
  private record Fact(String kind, int daysAgo, int size) {}

  @Provide
  Arbitrary<List<Fact>> histories() {
    return Arbitraries.integers()
        .between(0, 1_500)
        .set()
        .ofMaxSize(40)
        .flatMap(days -> facts(List.copyOf(days)));
  }

  private static Arbitrary<List<Fact>> facts(List<Integer> days) {
    return Combinators.combine(
            days.stream()
                .map(
                    day ->
                        Combinators.combine(
                                Arbitraries.of(KINDS), Arbitraries.integers().between(1, 400))
                            .as((kind, size) -> new Fact(kind, day, size)))
                .toList())
        .as(ArrayList::new);
  }

  /** Around what is shipped, the longest gap, which is off there, among them. */
  @Provide
  Arbitrary<Limits> limits() {
    return Combinators.combine(
            Arbitraries.integers().between(10, 120),
            Arbitraries.integers().between(15, 200),
            Arbitraries.integers().between(2, 5),
            Arbitraries.integers().between(10, 90),
            Arbitraries.integers().between(50, 100),
            Arbitraries.of("", "late", "silent", "cart,volume-drop"))
        .as(
            (first, gap, unanswered, share, season, off) ->
                TestLimits.with(
                    Map.of(
                        "classes",
                        "%d,%d,%d".formatted(first, 2 * first, 4 * first),
                        "lostClass",
                        2 * first,
                        "maxGap",
                        gap,
                        "unanswered",
                        unanswered,
                        "volumeShare",
                        share,
                        "seasonShare",
                        season,
                        "off",
                        off)))
        .withoutEdgeCases();
  }

  private static AHistory told(List<Fact> facts, Limits limits) {
    return told(facts).with(limits);
  }

  private static AHistory told(List<Fact> facts) {
    var history = AHistory.aHistory();
    for (var fact : facts) {
      switch (fact.kind()) {
        case "buys" -> history.pays(fact.size() + ".00", fact.daysAgo());
        case "asks" -> history.asks(fact.daysAgo());
        case "missed" -> history.happen(Happening.Kind.MISSED_CALL, 0, fact.daysAgo());
        case "written" -> history.happen(Happening.Kind.ASKED_BY_LETTER, 0, fact.daysAgo());
        case "heard" -> history.happen(Happening.Kind.HEARD, 0, fact.daysAgo());
        case "cart" -> history.happen(Happening.Kind.CART, fact.size() % 3, fact.daysAgo());
        case "ends" -> history.happen(Happening.Kind.ENDED, 0, fact.daysAgo());
        default -> history.complains(fact.daysAgo(), 1 + fact.size() % 5, fact.size() % 2 == 0, -1);
      }
    }
    return history;
  }

  @Property(tries = TRIES, seed = SEED)
  void eachSignBeganBeforeTodayAndNoLossBeforeTheLastPurchase(
      @ForAll("histories") List<Fact> facts, @ForAll("limits") Limits limits) {
    int last =
        facts.stream()
            .filter(fact -> fact.kind().equals("buys"))
            .mapToInt(Fact::daysAgo)
            .min()
            .orElse(0);
    for (var evidence : told(facts, limits).seen().values()) {
      assertThat(evidence.since()).isBeforeOrEqualTo(DAY);
      if (evidence.lostFrom() != null) {
        assertThat(evidence.lostFrom()).isAfter(DAY.minusDays(last));
      }
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void theOrderInWhichFactsArriveChangesNothing(
      @ForAll("histories") List<Fact> facts, @ForAll("limits") Limits limits, @ForAll long seed) {
    var shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(figures(told(shuffled, limits).seen()))
        .isEqualTo(figures(told(facts, limits).seen()));
  }

  /** All that is shown; the own number of the last purchase is that of its telling. */
  private static Map<SignalKind, List<Object>> figures(Map<SignalKind, Evidence> seen) {
    var figures = new java.util.EnumMap<SignalKind, List<Object>>(SignalKind.class);
    seen.forEach(
        (kind, e) ->
            figures.put(
                kind,
                List.of(e.since(), String.valueOf(e.lostFrom()), String.valueOf(e.figures()))));
    return figures;
  }

  @Property(tries = TRIES, seed = SEED)
  void whoBuysTodayIsNeitherSilentNorLate(
      @ForAll("histories") List<Fact> facts, @ForAll("limits") Limits limits) {
    var seen = told(facts, limits).buys(0).seen().keySet();
    assertThat(seen)
        .doesNotContainAnyElementsOf(
            Set.of(
                SignalKind.SILENT,
                SignalKind.LATE,
                SignalKind.MAX_GAP,
                SignalKind.REQUESTS_WITHOUT_PURCHASE));
  }

  @Property(tries = TRIES, seed = SEED)
  void silenceDoesNotEndByItself(
      @ForAll("histories") List<Fact> facts,
      @ForAll("limits") Limits limits,
      @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 400) int days) {
    var now = told(facts, limits).seen().keySet();
    var later = told(facts, limits).on(DAY.plusDays(days)).seen().keySet();
    for (var kind : List.of(SignalKind.SILENT, SignalKind.LATE, SignalKind.MAX_GAP)) {
      assertThat(later.contains(kind) || !now.contains(kind)).as(kind.name()).isTrue();
    }
  }

  @Property(tries = TRIES, seed = SEED)
  void whoNeverBoughtIsLateForNothing(
      @ForAll("histories") List<Fact> facts, @ForAll("limits") Limits limits) {
    var asked = facts.stream().filter(fact -> !fact.kind().equals("buys")).toList();
    assertThat(told(asked, limits).seen().keySet())
        .doesNotContainAnyElementsOf(
            Set.of(SignalKind.SILENT, SignalKind.LATE, SignalKind.MAX_GAP, SignalKind.VOLUME_DROP));
  }
}
