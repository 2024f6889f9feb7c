package dev.winback.customer;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address as it is stored: outer space gone, NFC, the domain in the lower-case ASCII form
 * of the wire, the local part as it was written; what makes two of them one mailbox is {@code
 * address_hash} of the database.
 */
public final class MailAddress {

  private static final Pattern FORM =
      Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]+\\.[^@\\s.,;<>\"]{2,}");
  private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}]");
  private static final Pattern LABEL = Pattern.compile("[.@]");
  private static final int LONGEST = 254;

  /** Scripts that one word may mix (Unicode TS 39, "highly restrictive"). */
  private static final Set<UnicodeScript> JAPANESE =
      EnumSet.of(
          UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

  private static final Set<UnicodeScript> KOREAN =
      EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.HANGUL);
  private static final Set<UnicodeScript> CHINESE =
      EnumSet.of(UnicodeScript.LATIN, UnicodeScript.HAN, UnicodeScript.BOPOMOFO);

  private MailAddress() {}

  /**
   * Why the text is no address: {@code email}, {@code email-hidden} (characters that nobody sees)
   * or {@code email-mixed} (letters of two scripts that look alike); null when it is one.
   */
  public static @Nullable String fault(String text) {
    var address = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (HIDDEN.matcher(address).find()) {
      return "email-hidden";
    }
    if (!FORM.matcher(address).matches() || stored(address).length() > LONGEST) {
      return "email";
    }
    return LABEL.splitAsStream(address).allMatch(MailAddress::ofOneScript) ? null : "email-mixed";
  }

  private static boolean ofOneScript(String word) {
    var scripts = EnumSet.noneOf(UnicodeScript.class);
    word.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED));
    return scripts.size() <= 1
        || JAPANESE.containsAll(scripts)
        || KOREAN.containsAll(scripts)
        || CHINESE.containsAll(scripts);
  }

  /** The address as it is stored; a text that is none comes back tidied and no more. */
  public static String stored(String text) {
    var address = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    int at = address.lastIndexOf('@');
    return at < 0
        ? address
        : address.substring(0, at + 1) + ascii(address.substring(at + 1).toLowerCase(Locale.ROOT));
  }

  /**
   * Java knows the old rules of international domains only, in which ß is ss and ς is σ: another
   * domain. Those keep their letters, and no letter is sent to them.
   */
  private static String ascii(String domain) {
    if (domain.indexOf('ß') >= 0 || domain.indexOf('ς') >= 0) {
      return domain;
    }
    try {
      return IDN.toASCII(domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return domain;
    }
  }

  /** The address with the letters of its domain, for people. */
  public static String shown(String stored) {
    int at = stored.lastIndexOf('@');
    return at < 0 ? stored : stored.substring(0, at + 1) + IDN.toUnicode(stored.substring(at + 1));
  }
}
