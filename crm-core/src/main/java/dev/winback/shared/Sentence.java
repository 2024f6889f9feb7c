package dev.winback.shared;

import java.util.List;

/**
 * A sentence of {@code messages.properties}: its key and its figures, put into words where the
 * reader's language is known.
 */
public record Sentence(String key, List<Object> figures) {

  public static Sentence of(String key, Object... figures) {
    return new Sentence(key, List.of(figures));
  }
}
