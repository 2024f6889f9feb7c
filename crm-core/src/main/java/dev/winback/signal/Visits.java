package dev.winback.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What was paid on each day on which something was, in one currency and in hundredths: a sample for
 * nothing is a visit and no volume (rules.md, "amount 0").
 */
final class Visits {

  private final List<LocalDate> days = new ArrayList<>();
  private final List<Long> cents = new ArrayList<>();

  static Visits of(History history, String currency) {
    var visits = new Visits();
    for (var bought : history.purchases()) {
      if (bought.currency().equals(currency) && bought.cents() > 0) {
        visits.add(bought.day(), bought.cents());
      }
    }
    return visits;
  }

  private void add(LocalDate day, long paid) {
    int newest = size() - 1;
    if (newest >= 0 && days.get(newest).equals(day)) {
      cents.set(newest, cents.get(newest) + paid);
    } else {
      days.add(day);
      cents.add(paid);
    }
  }

  int size() {
    return days.size();
  }

  LocalDate day(int visit) {
    return days.get(visit);
  }

  long cents(int visit) {
    return cents.get(visit);
  }

  /** What was paid from one day to another, both included. */
  long sum(LocalDate from, LocalDate until) {
    long sum = 0;
    for (int i = 0; i < size(); i++) {
      if (!days.get(i).isBefore(from) && !days.get(i).isAfter(until)) {
        sum += cents.get(i);
      }
    }
    return sum;
  }
}
