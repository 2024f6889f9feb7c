package dev.winback.letter;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The check of names before a letter uses them (LET-04, "no greater insult than a wrong name"): a
 * doubtful one counts as missing, one typed in a single case gets capital initials.
 */
final class PersonName {

  /**
   * Letters of any script with the marks that stand between them; no digits, signs or addresses.
   */
  private static final Pattern NAME =
      Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:[ .'’-]{1,2}\\p{L}[\\p{L}\\p{M}]*)*\\.?");

  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)test|unknown|none|null|n\\.?a\\.?|customer|guest|mr|mrs|xx+");

  /** Scripts in which one character is a name. */
  private static final Pattern SYLLABLES =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}]");

  private static final Pattern TURKISH = Pattern.compile("[ıİğĞşŞ]");

  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\s]+");
  private static final int LONGEST = 60;

  private PersonName() {}

  /** The name in correct case, empty when it had better not be used. */
  static String usable(@Nullable String raw) {
    var name = clean(raw);
    boolean doubtful =
        name.codePointCount(0, name.length()) < (SYLLABLES.matcher(name).lookingAt() ? 1 : 2)
            || name.length() > LONGEST
            || !NAME.matcher(name).matches()
            || PLACEHOLDER.matcher(name).matches();
    return doubtful ? "" : inCase(name, language(name));
  }

  /** One line without control and direction characters. */
  static String clean(@Nullable String raw) {
    return raw == null ? "" : UNSEEN.matcher(raw).replaceAll(" ").strip();
  }

  /** I and İ are two letters in Turkish, and so are ı and i: its other letters give it away. */
  private static Locale language(String name) {
    return TURKISH.matcher(name).find() ? Locale.forLanguageTag("tr") : Locale.ROOT;
  }

  private static String inCase(String name, Locale language) {
    boolean oneCase =
        name.equals(name.toUpperCase(language)) || name.equals(name.toLowerCase(language));
    return oneCase
        ? WORD.matcher(name.toLowerCase(language)).replaceAll(w -> capital(w.group(), language))
        : name;
  }

  private static String capital(String word, Locale language) {
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(language) + word.substring(end);
  }
}
