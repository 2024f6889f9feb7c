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
  private int keyEnd;
  private int end;

  /** Rows of a table with so many columns. */
  StagedRow(int columns) {
    fields = FactTable.KEY + columns;
  }

  /** Stands on the row that begins there. */
  StagedRow on(ByteBuffer rows, int begin) {
    this.rows = rows;
    this.begin = begin;
    int customer = customer();
    customerEnd = customer + Math.max(0, rows.getInt(customer - LENGTH));
    int at = tail();
    for (int field = 0; field < fields; field++) {
      at += LENGTH + Math.max(0, rows.getInt(at));
      if (field == 1) {
        keyEnd = at;
      }
    }
    end = at;
    return this;
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

  /** Behind source and own id. */
  int keyEnd() {
    return keyEnd;
  }

  int end() {
    return end;
  }

  /** FNV-1a over source and own id. */
  long hash() {
    return hash(rows.array(), tail(), keyEnd);
  }

  static long hash(byte[] bytes, int from, int until) {
    long hash = 0xcbf29ce484222325L;
    for (int i = from; i < until; i++) {
      hash = (hash ^ bytes[i]) * 0x100000001b3L;
    }
    return hash ^ hash >>> 29;
  }
}
