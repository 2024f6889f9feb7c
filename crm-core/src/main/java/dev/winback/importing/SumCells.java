package dev.winback.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where money and quantities stand in a mapped file, which may be written with their currency. */
record SumCells(Header header, List<Integer> places) {

  private static final List<String> MONEY = List.of("amount", "margin", "refunded");

  static SumCells of(Header header, Mapping mapping) {
    var lines = mapping.lines();
    var names = new ArrayList<@Nullable String>();
    MONEY.forEach(ours -> names.add(mapping.columns().get(ours)));
    if (lines != null) {
      Stream.of(lines.total(), lines.price(), lines.quantity()).forEach(names::add);
    }
    var plain = names.stream().filter(Objects::nonNull).map(Header::plain).toList();
    return new SumCells(header, header.places(plain));
  }

  /** The row with the numbers alone. */
  Cells bare(RawRow row) {
    var cells = new ArrayList<>(row.cells());
    for (int place : places) {
      if (place < cells.size()) {
        cells.set(place, Priced.bare(cells.get(place).strip()));
      }
    }
    return header.cells(new RawRow(row.line(), cells));
  }

  /** That of the first sum that tells it. */
  @Nullable String currency(RawRow row) {
    for (int place : places) {
      var priced = Priced.of(row.cell(place).strip());
      var currency = priced == null ? null : priced.currency();
      if (currency != null) {
        return currency;
      }
    }
    return null;
  }
}
