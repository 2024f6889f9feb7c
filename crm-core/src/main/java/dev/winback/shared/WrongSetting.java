package dev.winback.shared;

/**
 * A setting that the program cannot start with: its name, its value and what is allowed, in one
 * sentence.
 */
public class WrongSetting extends RuntimeException {

  public WrongSetting(String name, Object value, String allowed) {
    this(sentence(name, value, allowed));
  }

  /** For a fault that is not one value out of a set. */
  public WrongSetting(String sentence) {
    super(sentence);
  }

  public static String sentence(String name, Object value, String allowed) {
    return "The setting " + name + " is " + value + "; allowed is " + allowed + ".";
  }
}
