package dev.winback.customer;

import java.util.function.IntPredicate;

/** Finds rows of a basket by the hash of their keys. */
final class BasketIndex {

  private final Basket basket;
  private final int[] slots;

  BasketIndex(Basket basket) {
    this.basket = basket;
    slots = new int[Integer.highestOneBit(Math.max(8, basket.size())) * 4];
    for (int i = 0; i < basket.size(); i++) {
      int slot = slot(basket.hash(i));
      while (slots[slot] > 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = i + 1;
    }
  }

  private int slot(long hash) {
    return (int) (hash >>> 20) & slots.length - 1;
  }

  /** The row with the hash that fits; negative when there is none. */
  int find(long hash, IntPredicate fits) {
    int slot = slot(hash);
    while (slots[slot] > 0) {
      int row = slots[slot] - 1;
      if (basket.hash(row) == hash && fits.test(row)) {
        return row;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }
}
