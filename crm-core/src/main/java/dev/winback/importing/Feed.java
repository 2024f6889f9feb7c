package dev.winback.importing;

import dev.winback.shared.Settled;
import dev.winback.shared.Staging;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of rows that one file feeds, in the order in which they are stored: customers before
 * what they did. The rows of the file are counted by all of them but the customers that come along
 * with facts.
 */
class Feed implements AutoCloseable {

  private final Map<ImportType, Kind<?>> kinds = new EnumMap<>(ImportType.class);
  private final Format format;

  Feed(Format format, Kinds kinds) {
    this.format = format;
    format.types().forEach(type -> this.kinds.put(type, kinds.of(type)));
  }

  /** One kind to be merged, and whether the rows of the file are counted by it. */
  record Stored(Kind<?> kind, boolean counts, Settled settled) {}

  /**
   * A file of one kind may go a way of its own; customers who come along tie the kinds together.
   */
  void open(Staging staging, long expected) {
    long rows = kinds.size() > 1 || format.grouped() ? 0 : expected;
    kinds.values().forEach(kind -> kind.open(staging, rows));
  }

  /** All that the rows of one fact say, or nothing of it. */
  void take(List<Entry> entries, Values values) {
    var ready = new ArrayList<Runnable>();
    for (var entry : entries) {
      ready.add(ready(entry, values));
    }
    ready.forEach(Runnable::run);
  }

  /** Takes lines of the file as bytes; null where its rows are to be read as texts. */
  @Nullable Predicate<Lines> plain(Header header, Values values) {
    return format instanceof OwnFormat own ? kind(own.type()).plain(header, values) : null;
  }

  private Runnable ready(Entry entry, Values values) {
    try {
      return kind(entry.type()).ready(entry.cells(), values);
    } catch (BadCell bad) {
      var column = bad.column();
      throw column == null ? bad : bad.in(entry.written(column));
    }
  }

  Kind<?> kind(ImportType type) {
    return Objects.requireNonNull(kinds.get(type));
  }

  /** The rows so far, to be staged by whoever runs this. */
  Runnable taken(Staging staging) {
    var batches = kinds.values().stream().map(kind -> kind.taken(staging)).toList();
    return () -> batches.forEach(Runnable::run);
  }

  /** What would be stored, kind by kind: facts are told the customers found by the first. */
  List<Stored> settle(Staging staging) {
    return format.types().stream()
        .map(
            type -> {
              var kind = kind(type);
              return new Stored(kind, counts(type), kind.settle(staging));
            })
        .toList();
  }

  boolean counts(ImportType type) {
    return type == format.type() || type != ImportType.CUSTOMERS;
  }

  @Override
  public void close() {
    kinds.values().forEach(Kind::close);
  }
}
