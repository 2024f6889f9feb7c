package dev.winback.importing;

import java.util.regex.Pattern;

/** Signs that no column can hold, in text that nobody can correct where it comes from. */
public final class OddSigns {

  /** Word processors write a vertical tab, of which people see a space. */
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]");

  /** What was lost before it came to us, and halves of pairs. */
  private static final Pattern LOST = Pattern.compile("[\\x{D800}-\\x{DFFF}\\x{FFFD}]");

  private OddSigns() {}

  /** Control characters are spaces. */
  public static String spaced(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  /** Some letter of it is not known any more. */
  public static boolean lost(String text) {
    return LOST.matcher(text).find();
  }

  /** The same with something readable for each letter that is not known any more. */
  public static String readable(String text, String instead) {
    return LOST.matcher(spaced(text)).replaceAll(instead);
  }
}
