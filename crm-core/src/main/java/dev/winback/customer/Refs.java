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

  /** Nobody reads it, but what is not kept is not fetched. */
  private int expected;

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

  /**
   * Numbers of these hashes are asked for next. A look-up waits three times for the memory, one
   * after the other: those of many numbers wait at the same time.
   */
  void expect(int[] hashes) {
    var found = new int[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      found[i] = table[hashes[i] & table.length - 1];
    }
    for (int i = 0; i < hashes.length; i++) {
      found[i] = begins[Math.max(0, found[i] - 1)];
    }
    for (int begin : found) {
      expected += bytes[begin];
    }
  }

  static int hash(byte[] from, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash * 31 + from[i];
    }
    return mixed(hash);
  }

  /** Numbers that were counted up differ in few bits, and would stand in one row (MurmurHash3). */
  private static int mixed(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85EBCA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
    return mixed ^ mixed >>> 16;
  }

  private int slot(byte[] from, int begin, int end, int hash) {
    int mask = table.length - 1;
    int slot = hash & mask;
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

  /** The place of a key among places whose keys ascend; negative when it is not there. */
  int find(long id, int from, int until) {
    return Arrays.binarySearch(ids, from, until, id);
  }

  void know(int place, long id) {
    ids[place] = id;
  }

  byte[] bytes(int place) {
    return Arrays.copyOfRange(bytes, begins[place], begins[place + 1]);
  }
}
