package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Rows of some customers in memory, each with the place of its customer and the hash of its key.
 */
final class Basket {

  private static final int HASH = 4;
  private static final int LENGTH = HASH + 8;

  /** Bytes in front of each staged row. */
  private static final int FRONT = LENGTH + 4;

  private final ByteBuffer bytes;
  private final StagedRow row;
  private int[] begins = new int[1 << 10];
  private int size;

  Basket(byte[] all, int columns) {
    bytes = ByteBuffer.wrap(all);
    row = new StagedRow(columns);
    for (int at = 0; at < all.length; at = end(size - 1)) {
      begins = size == begins.length ? Arrays.copyOf(begins, size * 2) : begins;
      begins[size++] = at;
    }
  }

  /** Bytes that a staged row takes in a basket. */
  static int room(StagedRow row) {
    return FRONT + row.end() - row.begin();
  }

  static void put(ByteBuffer into, int place, long hash, StagedRow row) {
    int length = row.end() - row.begin();
    into.putInt(place).putLong(hash).putInt(length).put(row.bytes(), row.begin(), length);
  }

  int size() {
    return size;
  }

  int place(int index) {
    return bytes.getInt(begins[index]);
  }

  long hash(int index) {
    return bytes.getLong(begins[index] + HASH);
  }

  /** The row until another one is asked for. */
  StagedRow row(int index) {
    return row.on(bytes, begins[index] + FRONT, end(index));
  }

  private int end(int index) {
    return begins[index] + FRONT + bytes.getInt(begins[index] + LENGTH);
  }

  /** Some of the rows as they are staged. */
  void copy(int[] some, BinaryRows into) {
    for (int i : some) {
      into.rawRow(bytes.array(), row(i).begin(), row.end());
    }
  }

  /** The rows customer by customer, those of one in the order of the file. */
  int[] byCustomer() {
    int first = Integer.MAX_VALUE;
    int last = 0;
    for (int i = 0; i < size; i++) {
      first = Math.min(first, place(i));
      last = Math.max(last, place(i));
    }
    var next = new int[Math.max(0, last - first) + 2];
    for (int i = 0; i < size; i++) {
      next[place(i) - first + 1]++;
    }
    for (int i = 1; i < next.length; i++) {
      next[i] += next[i - 1];
    }
    var order = new int[size];
    for (int i = 0; i < size; i++) {
      order[next[place(i) - first]++] = i;
    }
    return order;
  }
}
