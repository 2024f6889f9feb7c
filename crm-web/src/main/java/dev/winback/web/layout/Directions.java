package dev.winback.web.layout;

/** Words that are written from right to left, within a sentence that is not. */
final class Directions {

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_ISOLATE = '\u2069';

  private Directions() {}

  /** As it is, or between marks that keep the figures beside it where they stand. */
  static String isolated(String word) {
    return word.chars().anyMatch(Directions::turns)
        ? FIRST_STRONG_ISOLATE + word + POP_ISOLATE
        : word;
  }

  private static boolean turns(int letter) {
    var direction = Character.getDirectionality(letter);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }
}
