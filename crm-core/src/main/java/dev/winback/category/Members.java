package dev.winback.category;

import java.util.Arrays;
import java.util.Map;

/**
 * Who was a VIP of months that are history already, by the number of the month and as ascending
 * keys: what was found then holds, whatever came in later.
 */
record Members(Map<Integer, long[]> ofMonths) {

  static final Members NONE = new Members(Map.of());

  boolean know(int month) {
    return ofMonths.containsKey(month);
  }

  boolean has(int month, long customer) {
    var members = ofMonths.get(month);
    return members != null && Arrays.binarySearch(members, customer) >= 0;
  }
}
