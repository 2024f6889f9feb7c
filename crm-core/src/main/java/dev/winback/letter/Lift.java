package dev.winback.letter;

/**
 * Returns with the letter against returns without it: customers and returned of both arms, shares
 * and their difference as fractions, the difference with Newcombe's interval of 95 % (method 10 of
 * Newcombe 1998, from Wilson's intervals of both shares).
 */
public record Lift(long treated, long returned, long control, long controlReturned) {

  /** Returned by themselves where nothing better is known (LET-30). */
  public static final double BASE = 0.12;

  private static final double Z = 1.959964;

  /** Two-sided 5 %, power 80 %. */
  private static final double FOUND = Z + 0.841621;

  private static final int LEAST_FOR_BASE = 30;

  public Lift plus(Lift other) {
    return new Lift(
        treated + other.treated,
        returned + other.returned,
        control + other.control,
        controlReturned + other.controlReturned);
  }

  public double share() {
    return treated == 0 ? 0 : (double) returned / treated;
  }

  public double controlShare() {
    return control == 0 ? 0 : (double) controlReturned / control;
  }

  public double difference() {
    return share() - controlShare();
  }

  /** Both arms have somebody. */
  public boolean comparable() {
    return treated > 0 && control > 0;
  }

  public double low() {
    return difference()
        - Math.hypot(
            share() - wilson(returned, treated, -1),
            wilson(controlReturned, control, 1) - controlShare());
  }

  public double high() {
    return difference()
        + Math.hypot(
            wilson(returned, treated, 1) - share(),
            controlShare() - wilson(controlReturned, control, -1));
  }

  /** An end of Wilson's interval: -1 the lower, 1 the upper one. */
  private static double wilson(long hits, long of, int side) {
    double n = of;
    double p = hits / n;
    double middle = p + Z * Z / (2 * n);
    double half = Z * Math.sqrt((p * (1 - p) + Z * Z / (4 * n)) / n);
    return (middle + side * half) / (1 + Z * Z / n);
  }

  /** The letters bring more, or less, than nothing: the interval does not hold 0. */
  public boolean visible() {
    return comparable() && (low() > 0 || high() < 0);
  }

  /** Own returns without a letter once there are enough of them, else the base of the sources. */
  public double base() {
    return control >= LEAST_FOR_BASE ? Math.max(0.01, Math.min(0.99, controlShare())) : BASE;
  }

  /** The least difference that the numbers so far could show. */
  public double resolution() {
    return visible(treated, control, base());
  }

  /** So many more customers, in the same parts, until a difference like this one would show. */
  public long more() {
    double wanted = Math.max(0.01, Math.abs(difference()));
    double scale = Math.pow(resolution() / wanted, 2);
    return Math.max(0, Math.round((scale - 1) * (treated + control)));
  }

  /**
   * The least difference that shows with a power of 80 % at 5 % two-sided (acceptance.md, "Power of
   * small control groups"): 2.80 × √(p(1−p)(1/a + 1/b)) for customers a and b and base rate p.
   */
  public static double visible(double a, double b, double base) {
    return FOUND * Math.sqrt(base * (1 - base) * (1 / a + 1 / b));
  }

  /**
   * The same in points of percent for so many customers of whom a share in percent is kept back.
   */
  public static long points(double customers, int control) {
    double kept = customers * control / 100;
    return Math.round(100 * visible(customers - kept, kept, BASE));
  }
}
