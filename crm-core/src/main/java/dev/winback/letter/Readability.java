package dev.winback.letter;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * How easily the words of a letter are read (LET-11): the longest sentence in words, a variable
 * counting as one, and whether something stands out.
 */
record Readability(int longestSentence, boolean standsOut) {

  /** Words that are read at a glance; the usual advice for plain language is 20 to 25. */
  static final int WORDS = 25;

  /** Each row of marks and blanks is looked at once, however long it is. */
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<![.!?:;])[.!?:;]++(?=\\s|$)|\\n[^\\S\\n]*+\\n");

  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern BOLD = Pattern.compile("\\*\\*[^*\\n]+\\*\\*");

  static Readability of(String body) {
    int longest =
        Arrays.stream(SENTENCE_END.split(body)).mapToInt(Readability::words).max().orElse(0);
    return new Readability(longest, BOLD.matcher(body).find());
  }

  private static int words(String sentence) {
    var bare = sentence.strip();
    return bare.isEmpty() ? 0 : BLANK.split(bare).length;
  }

  boolean good() {
    return longestSentence <= WORDS && standsOut;
  }
}
