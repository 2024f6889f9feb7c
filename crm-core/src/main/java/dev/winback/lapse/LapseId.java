package dev.winback.lapse;

/** Key of a lapse. */
public record LapseId(long value) {

  public static LapseId valueOf(String text) {
    return new LapseId(Long.parseLong(text));
  }
}
