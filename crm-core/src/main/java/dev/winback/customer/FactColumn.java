package dev.winback.customer;

import dev.winback.shared.BinaryRows;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One column of a table of facts; the bit says that a row tells it, 0 when every row does. */
record FactColumn<T>(
    String name,
    String type,
    long bit,
    @Nullable Object fallback,
    @Nullable String stays,
    BiConsumer<BinaryRows, T> write) {

  /** Of what is stored (f) and said (s): where this is so, what is stored stays. */
  FactColumn<T> stayingWhere(String condition) {
    return new FactColumn<>(name, type, bit, fallback, condition, write);
  }

  private String fallbackSql() {
    return fallback instanceof String text && !text.equals(FactTable.FIRM_CURRENCY)
        ? "'" + text + "'"
        : String.valueOf(fallback);
  }

  /** What a row says, else what is stored, else the fallback. */
  String filled() {
    return bit == 0
        ? "s." + name
        : "coalesce(case when s.given & %d <> 0%s then s.%s else f.%s end, %s) as %s"
            .formatted(bit, moves(), name, name, fallbackSql(), name);
  }

  private String moves() {
    return stays == null ? "" : " and (" + stays + ") is not true";
  }

  /** As it is stored, in the type in which it is staged. */
  String stored() {
    return name + "::" + type;
  }

  void write(BinaryRows rows, T fact, String currency) {
    int before = rows.size();
    write.accept(rows, fact);
    fill(rows, before, currency);
  }

  private void fill(BinaryRows rows, int before, String currency) {
    if (fallback != null && rows.nothingSince(before)) {
      rows.insteadOf(before, fallback.equals(FactTable.FIRM_CURRENCY) ? currency : fallback);
    }
  }

  Consumer<BinaryRows> told(Consumer<BinaryRows> told, String currency) {
    return fallback == null
        ? told
        : rows -> {
          int before = rows.size();
          told.accept(rows);
          fill(rows, before, currency);
        };
  }
}
