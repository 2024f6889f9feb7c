package dev.winback.customer;

import java.nio.ByteBuffer;

/**
 * Where the parts of a staged row are: the head says of whom a file tells it and what, the tail is
 * what the table of facts holds, and begins with what tells facts apart.
 */
final class StagedRow {

  private static final int COUNT = 2;
  private static final int LENGTH = 4;
  private static final int BIGINT = LENGTH + 8;

  private final int fields;
  private ByteBuffer rows = ByteBuffer.allocate(0);
  private int begin;
  private int customerEnd;
  private int end;

  /** Rows of a table with so many columns. */
  StagedRow(int columns) {
    fields = FactTable.KEY + columns;
  }

  /** Stands on the row that begins there, and looks for its end. */
  StagedRow on(ByteBuffer rows, int begin) {
    on(rows, begin, begin);
    int at = tail();
    for (int field = 0; field < fields; field++) {
      at = next(at);
    }
    end = at;
    return this;
  }

  /** Whoever knows the end saves a walk along all fields. */
  StagedRow on(ByteBuffer rows, int begin, int end) {
    this.rows = rows;
    this.begin = begin;
    this.end = end;
    customerEnd = next(customer() - LENGTH);
    return this;
  }

  private int next(int field) {
    return field + LENGTH + Math.max(0, rows.getInt(field));
  }

  byte[] bytes() {
    return rows.array();
  }

  int begin() {
    return begin;
  }

  int customer() {
    return begin + COUNT + BIGINT + LENGTH;
  }

  int customerEnd() {
    return customerEnd;
  }

  /** Which optional columns were said. */
  long given() {
    return rows.getLong(customerEnd + LENGTH);
  }

  int tail() {
    return customerEnd + BIGINT;
  }

  int end() {
    return end;
  }

  /** FNV-1a over source and own id. */
  long hash() {
    return hash(rows.array(), tail(), next(next(tail())));
  }

  static long hash(byte[] bytes, int from, int until) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < until; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
    }
    return hash ^ hash >>> 29;
  }
}
