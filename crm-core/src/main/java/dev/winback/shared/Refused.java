package dev.winback.shared;

import org.jspecify.annotations.Nullable;

/**
 * A request that a rule forbids; the sentence says why and what to do (HTTP 409, or 422 when it
 * names a field).
 */
public class Refused extends RuntimeException {

  private final transient Sentence sentence;
  private final @Nullable String field;

  public Refused(String key, Object... figures) {
    this(null, Sentence.of(key, figures));
  }

  private Refused(@Nullable String field, Sentence sentence) {
    super(sentence.key() + " " + sentence.figures());
    this.sentence = sentence;
    this.field = field;
  }

  /** The value of a field is wrong. */
  public static Refused field(String field, String key, Object... figures) {
    return new Refused(field, Sentence.of(key, figures));
  }

  public Sentence sentence() {
    return sentence;
  }

  public @Nullable String field() {
    return field;
  }
}
