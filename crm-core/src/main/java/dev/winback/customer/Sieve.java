package dev.winback.customer;

import dev.winback.customer.FactMerge.Tools;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the rows of a basket that tell what is stored: bytes are compared with those that the
 * database gives, so what is equal here is equal there.
 */
final class Sieve {

  private static final int LENGTH = 4;

  private final String sql;
  private final long[] bits;
  private final Tools tools;
  private final KnownCustomers customers;

  Sieve(FactTable<?> table, Tools tools, KnownCustomers customers) {
    sql = table.sql("fact-sieve.sql");
    bits = table.bits();
    this.tools = tools;
    this.customers = customers;
  }

  /** Of rows of the customers from one place until before another. */
  BitSet same(Basket basket, int from, int until) {
    var index = new BasketIndex(basket, from, until);
    var same = new BitSet(basket.size());
    tools
        .copy()
        .out(
            stored(from, until),
            rows -> {
              int place = from;
              while (rows.next()) {
                place = customers.find(rows.bigint(), place, from, until);
                var fact = rows.fields(FactTable.KEY + bits.length);
                int row =
                    place < 0 ? -1 : index.find(place, hash(fact), i -> same(basket.row(i), fact));
                if (row >= 0) {
                  same.set(row);
                }
              }
            });
    return same;
  }

  private String stored(int from, int until) {
    return sql.replace(":from", Long.toString(customers.id(from)))
        .replace(":until", Long.toString(customers.id(until - 1) + 1));
  }

  private static long hash(ByteBuffer fact) {
    return StagedRow.hash(fact.array(), fact.position(), next(fact, next(fact, fact.position())));
  }

  /** Where the next field begins. */
  private static int next(ByteBuffer fields, int at) {
    return at + LENGTH + Math.max(0, fields.getInt(at));
  }

  private boolean same(StagedRow row, ByteBuffer fact) {
    return Arrays.equals(
            row.bytes(), row.tail(), row.end(), fact.array(), fact.position(), fact.limit())
        || asFarAsSaid(row, fact);
  }

  /** What the row does not say is as it is stored, and so is its time when it has none. */
  private boolean asFarAsSaid(StagedRow row, ByteBuffer fact) {
    var said = ByteBuffer.wrap(row.bytes());
    int a = row.tail();
    int b = fact.position();
    for (int field = 0; field < FactTable.KEY + bits.length; field++) {
      int nextA = next(said, a);
      int nextB = next(fact, b);
      boolean asked = field < FactTable.KEY - 1 || asked(row, field, said.getInt(a) < 0);
      if (asked && !Arrays.equals(row.bytes(), a, nextA, fact.array(), b, nextB)) {
        return false;
      }
      a = nextA;
      b = nextB;
    }
    return true;
  }

  private boolean asked(StagedRow row, int field, boolean nothing) {
    if (field == FactTable.KEY - 1) {
      return !nothing;
    }
    long bit = bits[field - FactTable.KEY];
    return bit == 0 || (row.given() & bit) != 0;
  }
}
