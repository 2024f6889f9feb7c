package dev.winback.signal;

import dev.winback.shared.BinaryColumns;
import dev.winback.shared.BinaryRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What was found and is not stored like that already: stored rows pass, are compared byte by byte,
 * and what is left is written. What differs by its form alone is written too and finds no change.
 *
 * @param <K> the key of a row
 * @param <T> what was found under it
 */
final class Differing<K, T> {

  private final Map<K, T> left = new LinkedHashMap<>();
  private final BinaryRows rows = new BinaryRows();
  private final List<K> gone = new ArrayList<>();
  private final BiConsumer<T, BinaryRows> key;
  private final BiConsumer<T, BinaryRows> fields;

  /** The first writes what says which row it is, the second what the row says. */
  Differing(BiConsumer<T, BinaryRows> key, BiConsumer<T, BinaryRows> fields) {
    this.key = key;
    this.fields = fields;
  }

  void found(K key, T found) {
    left.put(key, found);
  }

  /** A stored row whose next fields are to be what was found. */
  void stored(K at, BinaryColumns columns, int count) throws SQLException {
    var stored = columns.fields(count);
    var found = left.remove(at);
    if (found == null) {
      gone.add(at);
      return;
    }
    int before = rows.size();
    key.accept(found, rows);
    int begin = rows.size();
    fields.accept(found, rows);
    if (rows.saysSince(begin, stored)) {
      rows.backTo(before);
    }
  }

  /** All that differs and, after the last stored row, all that is new. */
  BinaryRows rows() {
    for (var found : left.values()) {
      key.accept(found, rows);
      fields.accept(found, rows);
    }
    left.clear();
    return rows;
  }

  /** Stored and not found any more. */
  Collection<K> gone() {
    return gone;
  }
}
