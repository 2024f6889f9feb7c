package dev.winback.customer;

import dev.winback.customer.FactMerge.Tools;
import dev.winback.shared.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * The customers in the memory of one load, each at a place: those who are known in the order of
 * their keys, then the others. Odd ones are to be asked for in the database: their numbers lead to
 * somebody else, or may be those of an erased person.
 */
class KnownCustomers {

  /** More at once would have left the processor's cache again. */
  static final int AT_ONCE = 256;

  private static final String KNOWN = Sql.of(KnownCustomers.class, "known-customers.sql");
  private static final String ODD = Sql.of(KnownCustomers.class, "known-odd.sql");
  private static final String ERASED = "select exists (select from erased_ref)";

  /** More of them go by the tables, which have room for all. */
  private final Refs refs = new Refs(LargeWays.customers());

  private final BitSet odd = new BitSet();
  private final Tools tools;
  private final int known;
  private boolean othersAreOdd;

  /** Unless the load is a first one, whoever is unknown is odd as well. */
  KnownCustomers(Tools tools, boolean first) {
    this.tools = tools;
    tools
        .copy()
        .out(
            KNOWN,
            rows -> {
              while (rows.next()) {
                know(place(rows.text()), rows.bigint());
              }
            });
    known = refs.size();
    othersAreOdd = !first;
    var unused = lookForOdd();
  }

  /**
   * Once more: numbers may lead to somebody else by now, and somebody may have been erased. True
   * when there are more odd ones.
   */
  boolean lookForOdd() {
    int before = odd.cardinality();
    boolean othersWere = othersAreOdd;
    tools.jdbc().sql(ODD).query(String.class).list().forEach(this::setOdd);
    othersAreOdd |= tools.jdbc().sql(ERASED).query(Boolean.class).single();
    return odd.cardinality() > before || othersAreOdd && !othersWere;
  }

  private void setOdd(String number) {
    int place = place(number);
    if (place >= 0) {
      odd.set(place);
    }
  }

  private int place(String number) {
    var bytes = number.getBytes(StandardCharsets.UTF_8);
    return place(bytes, 0, bytes.length);
  }

  /**
   * The customers of the next rows, {@link #AT_ONCE} at most, are asked for next. Their number, and
   * where each of them begins and the last one ends.
   */
  int expect(ByteBuffer rows, int begin, StagedRow row, int[] begins) {
    var hashes = new int[AT_ONCE];
    int count = 0;
    begins[0] = begin;
    while (count < AT_ONCE && begins[count] < rows.limit()) {
      row.on(rows, begins[count]);
      hashes[count] = Refs.hash(row.bytes(), row.customer(), row.customerEnd());
      begins[++count] = row.end();
    }
    refs.expect(hashes);
    return count;
  }

  int place(byte[] bytes, int from, int until) {
    return refs.place(bytes, from, until);
  }

  boolean odd(int place) {
    return odd.get(place) || othersAreOdd && place >= known;
  }

  /** So many were known at the beginning. */
  int known() {
    return known;
  }

  /** Zero for whom nobody knows. */
  long id(int place) {
    return refs.id(place);
  }

  /**
   * The place of a key among the known ones from one place until before another: most often the one
   * at which somebody was found before. Negative when there is none.
   */
  int find(long id, int before, int from, int until) {
    return before >= 0 && refs.id(before) == id ? before : refs.find(id, from, until);
  }

  /** Who has no place is odd anyway. */
  void know(int place, long id) {
    if (place >= 0) {
      refs.know(place, id);
    }
  }

  byte[] number(int place) {
    return refs.bytes(place);
  }
}
