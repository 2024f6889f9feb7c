package dev.winback.shared;

import java.util.Arrays;

/**
 * Finds out which of many millions of hashes came more than once, with eight bytes for each: they
 * are kept in drawers by their first bits, which are sorted one by one.
 */
public final class Hashes {

  private static final int BITS = 8;

  private final long[][] drawers = new long[1 << BITS][64];
  private final int[] filled = new int[1 << BITS];

  public void add(long hash) {
    int drawer = (int) (hash >>> Long.SIZE - BITS);
    int size = filled[drawer]++;
    if (size == drawers[drawer].length) {
      drawers[drawer] = Arrays.copyOf(drawers[drawer], size + size / 2);
    }
    drawers[drawer][size] = hash;
  }

  /** In their order, to be searched in. */
  public long[] repeated() {
    var repeated = new long[16];
    int found = 0;
    for (int drawer = 0; drawer < drawers.length; drawer++) {
      var hashes = drawers[drawer];
      Arrays.sort(hashes, 0, filled[drawer]);
      // from below zero on, as the search counts
      for (int i = 1; i < filled[drawer]; i++) {
        boolean again = hashes[i] == hashes[i - 1];
        if (again && (found == 0 || repeated[found - 1] != hashes[i])) {
          repeated = found == repeated.length ? Arrays.copyOf(repeated, found * 2) : repeated;
          repeated[found++] = hashes[i];
        }
      }
    }
    var sorted = Arrays.copyOf(repeated, found);
    Arrays.sort(sorted);
    return sorted;
  }
}
