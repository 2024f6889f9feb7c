package dev.winback.customer;

import java.util.function.IntPredicate;

/**
 * Finds rows of a basket by their customer and the hash of their keys. The slots of a customer are
 * neighbours: facts come out of the table customer by customer, and slots strewn over all of it
 * wait for the memory (135 of 636 samples of a thread that loaded a million rows and then again).
 */
final class BasketIndex {

  private final Basket basket;
  private final int from;

  /** Where the slots of each customer begin: twice as many as he has rows. */
  private final int[] begins;

  private final int[] slots;

  /** Of rows of the customers from one place until before another. */
  BasketIndex(Basket basket, int from, int until) {
    this.basket = basket;
    this.from = from;
    begins = new int[until - from + 1];
    for (int i = 0; i < basket.size(); i++) {
      begins[basket.place(i) - from + 1] += 2;
    }
    for (int i = 1; i < begins.length; i++) {
      begins[i] += begins[i - 1];
    }
    slots = new int[2 * basket.size()];
    for (int i = 0; i < basket.size(); i++) {
      slots[free(i)] = i + 1;
    }
  }

  private int free(int row) {
    int place = basket.place(row);
    int slot = slot(place, basket.hash(row));
    while (slots[slot] > 0) {
      slot = next(place, slot);
    }
    return slot;
  }

  private int slot(int place, long hash) {
    int begin = begins[place - from];
    return begin
        + (int) ((hash >>> Integer.SIZE) * (begins[place - from + 1] - begin) >>> Integer.SIZE);
  }

  private int next(int place, int slot) {
    return slot + 1 < begins[place - from + 1] ? slot + 1 : begins[place - from];
  }

  /** The row of a customer with the hash that fits; negative when there is none. */
  int find(int place, long hash, IntPredicate fits) {
    if (begins[place - from] == begins[place - from + 1]) {
      return -1;
    }
    int slot = slot(place, hash);
    while (slots[slot] > 0) {
      int row = slots[slot] - 1;
      if (basket.hash(row) == hash && fits.test(row)) {
        return row;
      }
      slot = next(place, slot);
    }
    return -1;
  }
}
