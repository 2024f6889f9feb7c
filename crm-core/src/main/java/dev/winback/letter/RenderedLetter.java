package dev.winback.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter as its reader gets it: kept with the letter, so that what was sent can be shown; as the
 * words in its frame, where it has one.
 */
public record RenderedLetter(
    String subject, String html, String text, @Nullable LetterFrame frame, List<String> words) {

  /** Stands between two words; no word contains it. */
  public static final char BETWEEN = '\u001f';

  public RenderedLetter {
    words = List.copyOf(words);
  }

  public RenderedLetter(String subject, String html, String text) {
    this(subject, html, text, null, List.of());
  }

  /** The letter in a frame. */
  public static RenderedLetter in(LetterFrame frame, String subject, List<String> words) {
    return new RenderedLetter(
        subject, frame.html().filled(words), frame.text().filled(words), frame, words);
  }

  /** The same letter under another subject. */
  public RenderedLetter titled(String other) {
    return new RenderedLetter(other, html, text, frame, words);
  }

  @Nullable String frameKey() {
    return frame == null ? null : frame.key();
  }

  @Nullable String keptHtml() {
    return frame == null ? html : null;
  }

  @Nullable String keptText() {
    return frame == null ? text : null;
  }

  @Nullable String keptWords() {
    return frame == null ? null : String.join(String.valueOf(BETWEEN), words);
  }
}
