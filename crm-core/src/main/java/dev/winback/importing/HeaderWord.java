package dev.winback.importing;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A column of a file beside one of ours: its place among the words for it, the more particular ones
 * first, our own before them all.
 */
record HeaderWord(String column, int place) {

  private static final int NONE = Integer.MAX_VALUE;
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s._\\-/()'’°º]");
  private static final Pattern BRACKETS = Pattern.compile("[(\\[].*");

  static HeaderWord of(String column, String ours, List<String> words) {
    int whole = place(bare(column), ours, words);
    var before = BRACKETS.matcher(column).replaceFirst("");
    return new HeaderWord(column, whole == NONE ? place(bare(before), ours, words) : whole);
  }

  private static int place(String bare, String ours, List<String> words) {
    int place = words.indexOf(bare);
    return bare.equals(bare(ours)) ? -1 : place < 0 ? NONE : place;
  }

  boolean fits() {
    return place != NONE;
  }

  /** As words are compared: small letters without accents, and nothing between them. */
  static String bare(String name) {
    var small =
        name.toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ł", "l").replace("ø", "o");
    var plain = small.replace("æ", "ae").replace("đ", "d").replace("ı", "i");
    var letters = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
    return BETWEEN.matcher(letters).replaceAll("");
  }
}
