package dev.winback.value;

import java.util.Arrays;

/**
 * Minimises a smooth function of a few parameters by the quasi-Newton method of Broyden, Fletcher,
 * Goldfarb and Shanno (Nocedal, Wright 2006, algorithm 6.1), inside a box and with a capped step
 * (science.md, "What a Java implementation must handle", 2 and 3). It never throws for want of
 * progress: {@link Minimum#slope} says how flat it is where it ended.
 */
final class Bfgs {

  /** Parameters are logarithms: no further than e^9 from 1. */
  static final double BOX = 9;

  private static final double STEP = 1.5;
  private static final double FLAT = 1e-7;
  private static final int STEPS = 200;
  private static final int HALVINGS = 40;
  private static final double ENOUGH = 1e-4;
  private static final double DIGITS = 1e-15;

  /** A function with its gradient. */
  @FunctionalInterface
  interface Objective {

    /** The value at the point; fills the gradient. */
    double at(double[] point, double[] gradient);
  }

  /** Where it ended; {@code slope} is the largest part of the gradient that could go on. */
  record Minimum(double[] point, double value, double slope) {

    boolean atEdge() {
      return Arrays.stream(point).anyMatch(p -> Math.abs(p) >= BOX);
    }
  }

  private final Objective objective;
  private final int size;
  private double[] point;
  private double[] gradient;
  private double value;
  private final double[][] inverse;
  private boolean fresh = true;

  private Bfgs(Objective objective, double[] start) {
    this.objective = objective;
    size = start.length;
    point = Arrays.stream(start).map(Bfgs::inBox).toArray();
    gradient = new double[size];
    value = objective.at(point, gradient);
    inverse = new double[size][size];
    reset(1);
  }

  static Minimum minimum(Objective objective, double[] start) {
    var search = new Bfgs(objective, start);
    for (int i = 0; i < STEPS && search.slope() > FLAT; i++) {
      if (!search.step()) {
        break;
      }
    }
    return new Minimum(search.point, search.value, search.slope());
  }

  private static double inBox(double p) {
    return Math.max(-BOX, Math.min(BOX, p));
  }

  private void reset(double scale) {
    for (int i = 0; i < size; i++) {
      Arrays.fill(inverse[i], 0);
      inverse[i][i] = scale;
    }
  }

  /** At an edge of the box the part that leads out of it does not count. */
  private boolean stuck(int i) {
    return Math.abs(point[i]) >= BOX && point[i] * gradient[i] < 0;
  }

  private double slope() {
    double slope = 0;
    for (int i = 0; i < size; i++) {
      slope = Math.max(slope, stuck(i) ? 0 : Math.abs(gradient[i]));
    }
    return slope;
  }

  /** False when no step leads down any more: the digits are used up. */
  private boolean step() {
    var direction = direction();
    double descent = dot(direction, gradient);
    if (descent >= 0) {
      reset(1);
      fresh = true;
      direction = direction();
      descent = dot(direction, gradient);
    }
    return search(direction, descent);
  }

  private double[] direction() {
    var direction = new double[size];
    double longest = STEP;
    for (int i = 0; i < size; i++) {
      direction[i] = stuck(i) ? 0 : -dot(inverse[i], gradient);
      longest = Math.max(longest, Math.abs(direction[i]));
    }
    for (int i = 0; i < size; i++) {
      direction[i] *= STEP / longest;
    }
    return direction;
  }

  private boolean search(double[] direction, double descent) {
    var slope = new double[size];
    double length = 1;
    for (int i = 0; i < HALVINGS; i++, length /= 2) {
      var next = along(direction, length);
      double there = objective.at(next, slope);
      if (there <= value + ENOUGH * length * descent) {
        boolean lower = value - there > DIGITS * Math.abs(value);
        move(next, there, slope);
        return lower;
      }
    }
    return false;
  }

  private double[] along(double[] direction, double length) {
    var next = new double[size];
    for (int i = 0; i < size; i++) {
      next[i] = inBox(point[i] + length * direction[i]);
    }
    return next;
  }

  private void move(double[] next, double there, double[] slope) {
    var step = minus(next, point);
    var bend = minus(slope, gradient);
    point = next;
    gradient = slope;
    value = there;
    if (dot(step, bend) > 1e-12 * Math.sqrt(dot(step, step) * dot(bend, bend))) {
      if (fresh) {
        reset(dot(step, bend) / dot(bend, bend));
      }
      fresh = false;
      update(step, bend);
    }
  }

  /** H := (I - s y' / y's) H (I - y s' / y's) + s s' / y's. */
  private void update(double[] s, double[] y) {
    double curvature = dot(s, y);
    var hy = new double[size];
    for (int i = 0; i < size; i++) {
      hy[i] = dot(inverse[i], y);
    }
    double factor = 1 + dot(y, hy) / curvature;
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        inverse[i][j] += (factor * s[i] * s[j] - hy[i] * s[j] - s[i] * hy[j]) / curvature;
      }
    }
  }

  private static double[] minus(double[] a, double[] b) {
    var difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
