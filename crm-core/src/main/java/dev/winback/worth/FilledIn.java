package dev.winback.worth;

import dev.winback.shared.Sentence;
import org.jspecify.annotations.Nullable;

/** What is known as an answer to each of the four questions. */
final class FilledIn {

  /** Others left for the same reason; stayers of his kind are counted up to one above 1,000. */
  record Known(@Nullable String reason, @Nullable String wish, int others, int stayers) {}

  private final Known known;
  private final @Nullable CaseWorth worth;

  FilledIn(Known known, @Nullable CaseWorth worth) {
    this.known = known;
    this.worth = worth;
  }

  Sentence of(Question question) {
    return switch (question) {
      case WHAT -> what();
      case CHANCE -> chance();
      case COST -> cost();
      case LOYAL ->
          known.reason() == null
              ? Sentence.of("worth.answer.loyal.unknown", known.stayers())
              : Sentence.of("worth.answer.loyal", known.others(), known.stayers());
    };
  }

  private Sentence what() {
    if (known.wish() != null) {
      return Sentence.of("worth.answer.what.wish", known.wish());
    }
    return Sentence.of(
        known.reason() == null ? "worth.answer.what.ask" : "worth.answer.what.reason");
  }

  private Sentence chance() {
    return worth == null
        ? Sentence.of("worth.answer.unknown")
        : Sentence.of("worth.answer.chance", percent(worth.chance()), percent(worth.unasked()));
  }

  private Sentence cost() {
    if (worth == null) {
      return Sentence.of("worth.answer.unknown");
    }
    return worth.offer() == null
        ? Sentence.of("worth.answer.cost.time", worth.effort())
        : Sentence.of("worth.answer.cost", worth.effort(), worth.offer(), worth.percent());
  }

  private static int percent(double chance) {
    return (int) Math.round(chance * 100);
  }
}
