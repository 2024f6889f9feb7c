package dev.winback.letter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far each receiver's line has been taken, so that a claim steps past what has left: while
 * somebody holds a snapshot, all of that stays in the index and each claim would read it again.
 * Every two seconds a claim begins at the front, for letters that were put back.
 */
@Component
class LineProgress {

  /** A line from which fewer letters come at once is short, and is looked at as a whole. */
  static final int LONG = 25;

  private static final long REST = TimeUnit.SECONDS.toNanos(2);

  private final Map<String, Place> places = new ConcurrentHashMap<>();

  private record Place(long letter, long from) {

    boolean holds() {
      return System.nanoTime() - from < REST;
    }
  }

  /** The last letter that was taken; null: begin at the front. */
  @Nullable Long after(String receiver) {
    var place = places.get(receiver);
    return place == null || !place.holds() ? null : place.letter();
  }

  /** Receivers whose front need not be looked at. */
  Set<String> held() {
    return places.entrySet().stream()
        .filter(place -> place.getValue().holds())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Taken behind the place that holds: it moves on. */
  void further(String receiver, List<Long> letters) {
    places.computeIfPresent(
        receiver, (name, place) -> new Place(last(place, letters), place.from()));
  }

  /** Taken from the front; few: the line is short. */
  void fromFront(String receiver, List<Long> letters) {
    places.compute(
        receiver,
        (name, place) ->
            letters.size() < LONG ? null : new Place(last(place, letters), System.nanoTime()));
  }

  private static long last(@Nullable Place place, List<Long> letters) {
    long taken = letters.stream().mapToLong(Long::longValue).max().orElse(0);
    return place == null ? taken : Math.max(place.letter(), taken);
  }
}
