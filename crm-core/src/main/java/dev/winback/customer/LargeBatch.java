package dev.winback.customer;

import dev.winback.customer.FactMerge.Tools;
import dev.winback.shared.BinaryRows;
import dev.winback.shared.Hashes;
import dev.winback.shared.Settled;
import dev.winback.shared.Spool;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.io.Closeable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a large file, which wait on disk in baskets of customers until all are read. Into an
 * empty table they go at once; beside a full one those that are stored already are sorted out. What
 * is left, and every odd row, goes by the staging tables, which decide everything.
 */
public final class LargeBatch<T> implements Closeable {

  /** Rows written at once: more of them are an object that the collector cannot move. */
  private static final int WRITTEN = 2_000;

  private final Function<List<T>, BinaryRows> written;
  private final Tools tools;
  private final FactSettlement settlement;
  private final Staging staging;
  private final boolean first;
  private final FirstLoad firstLoad;
  private final Sieve sieve;
  private final KnownCustomers customers;
  private final Allotment allotment;
  private final Spool spool;
  private final Baskets baskets;
  private final BitSet named = new BitSet();
  private final StagedRow row;
  private final int[] begins = new int[KnownCustomers.AT_ONCE + 1];
  private final Hashes hashes;
  private long[] repeated = {};
  private boolean undecided;
  private long rows;
  private long staged;

  LargeBatch(
      Function<List<T>, BinaryRows> written,
      FactTable<?> table,
      Tools tools,
      FactSettlement settlement,
      Staging staging,
      long expected) {
    this.written = written;
    this.tools = tools;
    this.settlement = settlement;
    this.staging = staging;
    firstLoad = new FirstLoad(table, tools);
    first = firstLoad.fits();
    customers = new KnownCustomers(tools, first);
    sieve = new Sieve(table, tools, customers);
    allotment = new Allotment(customers, expected);
    spool = Spool.in(tools.settings().dataDir());
    baskets = new Baskets(spool, table.bits().length);
    hashes = Hashes.in(tools.settings().dataDir());
    row = new StagedRow(table.bits().length);
  }

  public void add(List<T> facts) {
    for (int from = 0; from < facts.size(); from += WRITTEN) {
      add(written.apply(facts.subList(from, Math.min(from + WRITTEN, facts.size()))));
    }
  }

  /** Rows as they are staged. */
  public void add(BinaryRows written) {
    var staged = written.rows();
    int at = staged.position();
    while (at < staged.limit()) {
      int count = customers.expect(staged, at, row, begins);
      for (int i = 0; i < count; i++) {
        put(row.on(staged, begins[i], begins[i + 1]));
      }
      at = begins[count];
    }
  }

  private void put(StagedRow row) {
    int place = customers.place(row.bytes(), row.customer(), row.customerEnd());
    int basket = allotment.basket(place);
    if (basket != Allotment.ODD) {
      named.set(place);
    }
    long hash = row.hash();
    hashes.add(hash);
    Basket.put(spool.put(basket, Basket.room(row)), place, hash, row);
    rows++;
  }

  /** As {@link Intake#settle}; what is the same needs no slice, and a first load is slice 0. */
  public Settled settle() {
    repeated = hashes.repeated();
    hashes.close();
    boolean moreOdd = customers.lookForOdd();
    if (moreOdd) {
      Arrays.stream(named.stream().filter(customers::odd).toArray()).forEach(named::clear);
    }
    undecided = moreOdd || repeated.length > 0;
    for (int basket = 0; basket < spool.baskets(); basket++) {
      stage(basket);
    }
    var rest = settlement.settle(staging, first ? 1 : 0);
    return first ? firstLoad.tell(staging, rest, rows - staged, named, customers) : rest;
  }

  private void stage(int number) {
    if (spool.size(number) == 0) {
      return;
    }
    if (number == Allotment.ODD) {
      baskets.each(number, basket -> stage(basket, i -> true));
    } else if (!first) {
      baskets.each(number, basket -> stage(basket, different(number, basket)));
    } else if (undecided) {
      baskets.each(number, basket -> stage(basket, i -> undecided(basket, i)));
    }
  }

  private IntPredicate different(int number, Basket basket) {
    if (baskets.tooLarge(number)) {
      return i -> true;
    }
    var same = sieve.same(basket, allotment.from(number), allotment.until(number));
    return i -> !same.get(i) || undecided(basket, i);
  }

  /** Whether its own id is told by another row, or one with the same hash; or of whom is asked. */
  private boolean undecided(Basket basket, int row) {
    return undecided
        && (customers.odd(basket.place(row))
            || Arrays.binarySearch(repeated, basket.hash(row)) >= 0);
  }

  private void stage(Basket basket, IntPredicate wanted) {
    var found = IntStream.range(0, basket.size()).filter(wanted).toArray();
    if (found.length > 0) {
      tools.stages().enter(staging);
      tools.copy().in(settlement.copy(), rows -> basket.copy(found, rows));
      tools.stages().leave(staging);
      staged += found.length;
    }
  }

  /** Slice 0: all of a first load at once, or the usual way when somebody was quicker. */
  public Tally store(@Nullable Long importId, IntFunction<Tally> merge) {
    if (!first) {
      return merge.apply(0);
    }
    tools.customers().lockFacts();
    return firstLoad.fits() ? storeFirst(importId) : storeAll(merge);
  }

  private Tally storeFirst(@Nullable Long importId) {
    return firstLoad.store(staging, importId, customers, rows - staged, this::direct);
  }

  private void direct(FirstRows into) {
    for (int number = Allotment.ODD + 1; number < spool.baskets(); number++) {
      baskets.each(number, basket -> into.add(basket, i -> !undecided(basket, i)));
    }
  }

  private Tally storeAll(IntFunction<Tally> merge) {
    firstLoad.undo(staging);
    for (int number = Allotment.ODD + 1; number < spool.baskets(); number++) {
      baskets.each(number, basket -> stage(basket, i -> !undecided(basket, i)));
    }
    int slices = settlement.settle(staging, 0).slices();
    var tally = IntStream.range(0, slices).mapToObj(merge).reduce(Tally.NONE, Tally::plus);
    // all of it is stored: the slices that were told before find nothing
    firstLoad.undo(staging);
    return tally;
  }

  @Override
  public void close() {
    hashes.close();
    spool.close();
  }
}
