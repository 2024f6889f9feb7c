package dev.winback.importing;

import java.util.Locale;

/** Columns that know a few words only. */
final class Words {

  private Words() {}

  static <E extends Enum<E>> E one(String text, String column, Class<E> words) {
    for (var word : words.getEnumConstants()) {
      if (word.name().equalsIgnoreCase(text)) {
        return word;
      }
    }
    var allowed = new StringBuilder();
    for (var word : words.getEnumConstants()) {
      allowed.append(allowed.isEmpty() ? "" : ", ").append(word.name().toLowerCase(Locale.ROOT));
    }
    throw new BadCell(column, "word", Values.shown(text), allowed.toString());
  }
}
