package dev.winback.category;

import java.util.Arrays;

/**
 * Who was a VIP of months that are history already: what was found then holds, whatever came in
 * later. One bit for each month by its number, of customers in ascending order.
 *
 * @param known the months of which that is known
 */
record Members(int known, long[] customers, short[] months) {

  static final Members NONE = new Members(0, new long[0], new short[0]);

  boolean know(int month) {
    return (known >>> month & 1) == 1;
  }

  int of(long customer) {
    int place = Arrays.binarySearch(customers, customer);
    return place < 0 ? 0 : months[place];
  }
}
