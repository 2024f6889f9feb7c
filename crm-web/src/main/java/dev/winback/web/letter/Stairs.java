package dev.winback.web.letter;

import dev.winback.letter.RungPicture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The ladder drawn: one step for each rung from left to right by days, its height by the percent;
 * and for each rung thirty bars, one a day, of one scale for all. Numbers are units of the drawing.
 */
record Stairs(List<Step> steps, int width) {

  /** Three of them are as wide as a telephone. */
  private static final int STEP = 118;

  private static final int FLOOR = 130;
  private static final int LEAST = 18;
  private static final int MOST = 84;
  private static final int DAYS = 30;
  private static final int HIGH = 40;

  /** One rung: where its block stands, and its bars. */
  public record Step(RungPicture of, int x, int y, int width, int height, List<Bar> bars) {

    public Bar peak() {
      return Collections.max(bars, Comparator.comparingLong(Bar::lapses));
    }

    /** Where its number stands, which is wider than the bar and is not cut at the edges. */
    public int peakMiddle() {
      return Math.max(18, Math.min(peak().x() + 3, DAYS * 8 - 18));
    }
  }

  /** The open lapses that reach the rung on one day. */
  public record Bar(LocalDate day, long lapses, int x, int y, int height) {}

  static Stairs of(List<RungPicture> pictures, LocalDate today) {
    var ladder = pictures.stream().filter(picture -> picture.rung().number() > 0).toList();
    int highest =
        Math.max(1, ladder.stream().mapToInt(picture -> picture.rung().percent()).max().orElse(1));
    long busiest = ladder.stream().mapToLong(RungPicture::busiest).max().orElse(1);
    var steps = new ArrayList<Step>();
    for (var picture : ladder) {
      int height = LEAST + (MOST - LEAST) * picture.rung().percent() / highest;
      steps.add(
          new Step(
              picture,
              steps.size() * STEP,
              FLOOR - height,
              STEP - 6,
              height,
              bars(picture, today, busiest)));
    }
    return new Stairs(List.copyOf(steps), Math.max(STEP, ladder.size() * STEP));
  }

  private static List<Bar> bars(RungPicture picture, LocalDate today, long busiest) {
    var bars = new ArrayList<Bar>();
    for (int ahead = 1; ahead <= DAYS; ahead++) {
      var day = today.plusDays(ahead);
      long lapses = picture.on(day);
      int height = (int) Math.ceil((double) HIGH * lapses / busiest);
      bars.add(new Bar(day, lapses, (ahead - 1) * 8, HIGH - height, height));
    }
    return List.copyOf(bars);
  }
}
