package dev.winback.value;

/**
 * How the worth of a customer is counted: over so many months, discounted by a rate a month, of
 * which the firm keeps a share as margin (science.md (9)).
 */
public record ValueTerms(int months, double monthlyRate, double marginShare) {

  /** Two years at 1 % a month; revenue, as long as nobody has said what of it is margin. */
  public static final ValueTerms DEFAULT = new ValueTerms(24, 0.01, 1);

  public ValueTerms margin(double share) {
    return new ValueTerms(months, monthlyRate, share);
  }
}
