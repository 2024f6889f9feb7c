package dev.winback.letter;

import dev.winback.shared.Sentence;
import java.util.Locale;

/**
 * One of the thirteen things a letter is looked at for before it may leave (LET-07 to LET-12,
 * LET-18), how it stands and why.
 */
public record LetterCheck(Part part, Light light, Sentence why) {

  /** What is looked at. */
  public enum Part {
    SUBJECT,
    GREETING,
    CAUSE,
    OFFER,
    READING,
    BUTTON,
    ANSWER,
    SENDER,
    CONTACT,
    UNSUBSCRIBE,
    PICTURE,
    DEADLINE,
    VALUES;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Good; could be better; must not leave like this. */
  public enum Light {
    GREEN,
    AMBER,
    RED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static LetterCheck of(Part part, Light light, Object... figures) {
    var key = "letter.check." + part.code() + "." + light.code();
    return new LetterCheck(part, light, Sentence.of(key, figures));
  }

  /** Red for this reason if it is that part; else as it is. */
  public LetterCheck heldBy(Part held, Sentence reason) {
    return part == held ? new LetterCheck(part, Light.RED, reason) : this;
  }

  public boolean blocks() {
    return light == Light.RED;
  }
}
