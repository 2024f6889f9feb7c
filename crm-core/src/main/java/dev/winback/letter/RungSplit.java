package dev.winback.letter;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Half of a rung's letters, by lot, give another discount ({@code other}, in percent) than the rung
 * ({@code own}), from a day on and until it was ended.
 */
public record RungSplit(
    int rung, int own, int other, LocalDate since, @Nullable LocalDate endedOn) {

  /** Which of the two discounts is meant. */
  public enum Half {
    OWN,
    OTHER;

    /** Refused when the word is none of the two. */
    public static Half ofCode(String word) {
      return Arrays.stream(values())
          .filter(half -> half.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst()
          .orElseThrow(() -> Refused.field("keep", "split.refused.keep", word));
    }
  }

  public boolean running() {
    return endedOn == null;
  }

  public int of(Half half) {
    return half == Half.OWN ? own : other;
  }

  public int dearer() {
    return Math.max(own, other);
  }

  public int cheaper() {
    return Math.min(own, other);
  }
}
