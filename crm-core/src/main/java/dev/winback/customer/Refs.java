package dev.winback.customer;

import java.util.Arrays;

/**
 * The numbers of many customers with their keys, looked up by bytes: a million take 40 MB where
 * texts in a map take 150. Each has a place, in the order in which they came, as long as there are
 * places.
 */
final class Refs {

  private byte[] bytes = new byte[1 << 16];
  private int[] begins = new int[1 << 12];
  private long[] ids = new long[1 << 12];
  private int[] table = new int[1 << 13];
  private final int places;
  private int size;

  Refs(int places) {
    this.places = places;
  }

  /** The place of a number, which is given one when it is new; negative when there is none left. */
  int place(byte[] from, int begin, int end) {
    int hash = hash(from, begin, end);
    int slot = slot(from, begin, end, hash);
    if (table[slot] > 0) {
      return table[slot] - 1;
    }
    return size < places ? add(from, begin, end, slot) : -1;
  }

  private static int hash(byte[] from, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash * 31 + from[i];
    }
    return hash * 0x9E3779B9;
  }

  private int slot(byte[] from, int begin, int end, int hash) {
    int mask = table.length - 1;
    int slot = hash >>> 7 & mask;
    while (table[slot] > 0 && !same(table[slot] - 1, from, begin, end)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean same(int place, byte[] from, int begin, int end) {
    return Arrays.equals(bytes, begins[place], begins[place + 1], from, begin, end);
  }

  private int add(byte[] from, int begin, int end, int slot) {
    int length = end - begin;
    bytes = begins[size] + length > bytes.length ? Arrays.copyOf(bytes, bytes.length * 2) : bytes;
    System.arraycopy(from, begin, bytes, begins[size], length);
    if (size + 2 > begins.length) {
      begins = Arrays.copyOf(begins, begins.length * 2);
      ids = Arrays.copyOf(ids, ids.length * 2);
    }
    begins[size + 1] = begins[size] + length;
    table[slot] = ++size;
    if (size * 2 > table.length) {
      grow();
    }
    return size - 1;
  }

  private void grow() {
    table = new int[table.length * 2];
    for (int place = 0; place < size; place++) {
      int begin = begins[place];
      int end = begins[place + 1];
      table[slot(bytes, begin, end, hash(bytes, begin, end))] = place + 1;
    }
  }

  int size() {
    return size;
  }

  /** Zero for whom nobody knows yet. */
  long id(int place) {
    return ids[place];
  }

  void know(int place, long id) {
    ids[place] = id;
  }

  byte[] bytes(int place) {
    return Arrays.copyOfRange(bytes, begins[place], begins[place + 1]);
  }
}
