package dev.winback.reason;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/** What a person says of a reason: its words, its branch and its problem type. */
public record ReasonEntry(
    @Nullable String name, @Nullable String branch, @Nullable String problem) {

  public static final ReasonEntry EMPTY = new ReasonEntry(null, null, null);

  private static final int LONGEST = 80;

  /** Null: the shipped words. */
  @Nullable String words() {
    if (name == null || name.isBlank()) {
      return null;
    }
    var words = name.strip().replaceAll("\\s+", " ");
    if (words.length() > LONGEST || words.chars().anyMatch(Character::isISOControl)) {
      throw Refused.field("name", "reason.refused.name", LONGEST);
    }
    return words;
  }

  Branch group() {
    return Branch.ofCode(branch == null ? "" : branch);
  }

  @Nullable Problem type() {
    return Problem.ofCode(problem);
  }
}
