package dev.winback.letter;

import dev.winback.shared.Sha256;
import java.util.List;

/**
 * What all letters of one kind have in common, kept once: a letter keeps the words that stand
 * between its pieces, and what was sent is put together of both. The key is their SHA-256.
 */
public record LetterFrame(String key, Pieces html, Pieces text) {

  public static LetterFrame of(Pieces html, Pieces text) {
    return new LetterFrame(Sha256.hex(html + "\n" + text), html, text);
  }

  /** Pieces of a text; between two of them stands the word of that place, counted from 1. */
  public record Pieces(List<String> pieces, List<Integer> places) {

    public Pieces {
      pieces = List.copyOf(pieces);
      places = List.copyOf(places);
      if (pieces.size() != places.size() + 1) {
        throw new IllegalArgumentException("a place stands between two pieces");
      }
    }

    public String filled(List<String> words) {
      var text = new StringBuilder(pieces.get(0));
      for (int i = 0; i < places.size(); i++) {
        text.append(words.get(places.get(i) - 1)).append(pieces.get(i + 1));
      }
      return text.toString();
    }
  }
}
