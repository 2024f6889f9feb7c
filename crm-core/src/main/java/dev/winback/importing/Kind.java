package dev.winback.importing;

import dev.winback.shared.Settled;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rows of one type between the file and their front door. */
abstract class Kind<T> {

  private final List<T> batch = new ArrayList<>();
  private final Map<String, BigDecimal> money = new TreeMap<>();

  abstract T read(Cells cells, Values values);

  abstract void open(Staging staging);

  abstract void stage(Staging staging, List<T> rows);

  abstract Settled settle(Staging staging);

  abstract Tally merge(Staging staging, int slice, long run);

  void take(Cells cells, Values values) {
    batch.add(read(cells, values));
  }

  void flush(Staging staging) {
    if (!batch.isEmpty()) {
      stage(staging, batch);
      batch.clear();
    }
  }

  void count(String currency, BigDecimal amount) {
    money.merge(currency, amount, BigDecimal::add);
  }

  Map<String, BigDecimal> money() {
    return money;
  }
}
