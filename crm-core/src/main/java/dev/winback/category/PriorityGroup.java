package dev.winback.category;

import dev.winback.shared.Refused;
import java.util.Arrays;

/** In which order lost customers are returned (rules.md, "Categories"; DEC-02). */
public enum PriorityGroup {
  FIRST(1),
  NECESSARILY(2),
  IF_POSSIBLE(3),
  LET_GO(4);

  private final int number;

  PriorityGroup(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** Refused unless it is 1, 2, 3 or 4. */
  public static PriorityGroup of(int number) {
    return Arrays.stream(values())
        .filter(group -> group.number == number)
        .findAny()
        .orElseThrow(() -> Refused.field("group", "refused.group", number));
  }

  /**
   * Whoever costs money or meets a criterion against is let go, whatever he is besides: else a bad
   * payer with high sums would come first. A person may move him.
   */
  static PriorityGroup of(Abc abc, Xyz xyz, boolean chosen, boolean against) {
    if (against || abc == Abc.D) {
      return LET_GO;
    }
    // A and X are 0, B and Y 1, C and Z 2: the groups are the diagonals of the matrix
    int distance = abc.ordinal() + xyz.ordinal();
    return chosen || distance <= 1 ? FIRST : values()[distance - 1];
  }
}
