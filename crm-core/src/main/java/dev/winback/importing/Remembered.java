package dev.winback.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column of words mean: few different ones come, and what one meant before it
 * means again.
 */
final class Remembered<V> {

  private static final int PLACES = 256;

  private final Map<String, Integer> column;
  private final Function<Cells, V> reader;
  private final byte[][] said = new byte[PLACES][];
  private final @Nullable Object[] meant = new Object[PLACES];

  /** The reader throws {@link BadCell} where a cell means nothing. */
  Remembered(String column, Function<Cells, V> reader) {
    this.column = Map.of(column, 0);
    this.reader = reader;
  }

  @SuppressWarnings("unchecked") // only what the reader made is kept
  V of(Lines line, int cell) {
    int from = line.from(cell);
    int until = line.until(cell);
    int hash = 0;
    for (int i = from; i < until; i++) {
      hash = hash * 31 + line.bytes()[i];
    }
    int place = (hash ^ hash >>> 8) & PLACES - 1;
    var same = said[place];
    if (same == null || !Arrays.equals(same, 0, same.length, line.bytes(), from, until)) {
      meant[place] = reader.apply(new Cells(line.number(), column, List.of(line.text(cell))));
      said[place] = Arrays.copyOfRange(line.bytes(), from, until);
    }
    return (V) meant[place];
  }
}
