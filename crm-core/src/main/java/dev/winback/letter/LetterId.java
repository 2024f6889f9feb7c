package dev.winback.letter;

/** Key of a letter. */
public record LetterId(long value) {

  public static LetterId valueOf(String text) {
    return new LetterId(Long.parseLong(text));
  }
}
