package dev.winback.webhook;

/** What the receiver said: his status with the first signs of the body, or 0 and why he did not. */
public record Answer(int code, String text) {

  private static final int LONGEST = 500;
  private static final int GONE = 410;

  public Answer {
    var clean = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    text = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
  }

  boolean taken() {
    return code >= 200 && code < 300;
  }

  /** The receiver says that he never wants to hear of us again. */
  boolean gone() {
    return code == GONE;
  }
}
