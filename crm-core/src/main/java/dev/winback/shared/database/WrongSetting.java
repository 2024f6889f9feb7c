package dev.winback.shared.database;

/**
 * A setting that the program cannot start with: its name, its value and what is allowed, in one
 * sentence.
 */
public class WrongSetting extends RuntimeException {

  public WrongSetting(String name, Object value, String allowed) {
    super("The setting " + name + " is " + value + "; allowed is " + allowed + ".");
  }

  /** For a fault that is not one value out of a set. */
  public WrongSetting(String sentence) {
    super(sentence);
  }
}
