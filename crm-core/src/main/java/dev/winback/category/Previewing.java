package dev.winback.category;

import java.util.Map;
import java.util.TreeMap;

/** Compares two judges over one ranking. */
final class Previewing {

  private final Judge now;
  private final Judge then;
  private final Map<String, Map<String, Long>> shifts = new TreeMap<>();
  private long customers;

  private Previewing(Judge now, Judge then) {
    this.now = now;
    this.then = then;
  }

  static Preview of(Ranking ranking, Judge now, Judge then) {
    var previewing = new Previewing(now, then);
    ranking.each(previewing::see);
    return previewing.preview(ranking);
  }

  private void see(Months months) {
    customers++;
    var before = now.of(months);
    var after = then.of(months);
    shift("abc", before.abc(), after.abc());
    shift("xyz", before.xyz(), after.xyz());
    shift("vip", before.vip(), after.vip());
    shift("group", before.group().number(), after.group().number());
  }

  private void shift(String kind, Object from, Object to) {
    if (!from.equals(to)) {
      shifts.computeIfAbsent(kind, k -> new TreeMap<>()).merge(from + " " + to, 1L, Long::sum);
    }
  }

  private Preview preview(Ranking ranking) {
    return new Preview(
        ranking.day(),
        customers,
        shifts.entrySet().stream()
            .flatMap(
                kind ->
                    kind.getValue().entrySet().stream()
                        .map(shift -> row(kind.getKey(), shift.getKey(), shift.getValue())))
            .toList());
  }

  private static Preview.Shift row(String kind, String way, long customers) {
    var ends = way.split(" ");
    return new Preview.Shift(kind, ends[0], ends[1], customers);
  }
}
