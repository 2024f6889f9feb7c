package dev.winback.script;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which scripts serve a loss with this reason and problem, the best one first. */
final class Choosing {

  /** The shipped one that can always be had back. */
  private static final String FIRST_CALL = "call";

  private final List<Script> all;
  private final @Nullable String reason;
  private final @Nullable String problem;

  Choosing(List<Script> all, @Nullable String reason, @Nullable String problem) {
    this.all = all;
    this.reason = reason;
    this.problem = problem;
  }

  /** Those for the occasion, for a machine, and for somebody else who answers. */
  List<Script> atHand(Occasion occasion) {
    return Stream.of(serving(occasion), fitting(Occasion.GATEKEEPER), fitting(Occasion.VOICEMAIL))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /** Where the firm has retired all that serve, that of a first call. */
  private List<Script> serving(Occasion occasion) {
    var fitting = fitting(occasion);
    return fitting.isEmpty()
        ? all.stream().filter(script -> script.code().equals(FIRST_CALL)).toList()
        : fitting;
  }

  /** Those of the occasion itself. */
  List<Script> fitting(Occasion occasion) {
    return all.stream()
        .filter(script -> fit(script, occasion) >= 0)
        .sorted(
            Comparator.<Script>comparingInt(script -> fit(script, occasion))
                .reversed()
                // the firm's own before what came with the program
                .thenComparing(Script::shipped))
        .toList();
  }

  private int fit(Script script, Occasion occasion) {
    return script.content().fit(occasion, reason, problem);
  }
}
