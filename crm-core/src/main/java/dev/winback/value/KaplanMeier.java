package dev.winback.value;

import java.util.ArrayList;
import java.util.List;

/**
 * How many came back by which day, after Kaplan and Meier (1958): who is silent so far counts among
 * those who may still come back until the day he was last seen. It ends after two years, or where
 * fewer than a tenth, and fewer than 30, are left to look at: a single return there would move the
 * whole curve.
 */
final class KaplanMeier {

  private static final int HORIZON = 728;
  private static final int FEWEST = 5;
  private static final int ENOUGH = 30;

  private final int[] returned = new int[HORIZON + 1];
  private final int[] unseen = new int[HORIZON + 2];
  private int customers;

  /** Somebody who came back on this day, counted from his first purchase. */
  void returned(int day) {
    customers++;
    if (day <= HORIZON) {
      returned[day]++;
    } else {
      unseen[HORIZON + 1]++;
    }
  }

  /** Somebody who has been silent for so many days. */
  void silent(int days) {
    customers++;
    unseen[Math.min(days, HORIZON + 1)]++;
  }

  int customers() {
    return customers;
  }

  int returned() {
    int all = 0;
    for (int r : returned) {
      all += r;
    }
    return all;
  }

  /** The share that came back by each day, from day 0 on. */
  List<Double> curve() {
    var shares = new ArrayList<Double>();
    double away = 1;
    int left = customers;
    int fewest = Math.max(FEWEST, Math.min(ENOUGH, customers / 10));
    for (int day = 0; day <= HORIZON && left >= fewest; day++) {
      away *= 1 - returned[day] / (double) left;
      left -= returned[day] + unseen[day];
      shares.add(1 - away);
    }
    return shares;
  }
}
