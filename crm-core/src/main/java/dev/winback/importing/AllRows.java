package dev.winback.importing;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes whose first rows do not tell it: a thousand orders in the first twelve days of
 * a month, or of whole sums, are nothing special, so all of its rows are asked then.
 */
final class AllRows {

  /** Of all others no cell is money, and a file without a decimal would be read for nothing. */
  private static final Set<ImportType> WITH_SUMS =
      EnumSet.of(ImportType.PURCHASES, ImportType.REFUNDS, ImportType.PAYMENTS, ImportType.CARTS);

  private final List<Integer> columns;
  private final Signs signs;
  private long months;

  private AllRows(Format format) {
    columns = format.telling();
    signs = new Signs(columns, format::number);
  }

  /** What the first file is known to have been written like counts where this one tells nothing. */
  static Notation of(RowSource source, Format format, Notation found, @Nullable Notation first)
      throws IOException {
    var all = new AllRows(format);
    boolean order = all.undecided(source.sample());
    boolean sign =
        format.types().stream().anyMatch(WITH_SUMS::contains)
            && Signs.of(source.sample(), all.columns, format::number).undecided();
    if (!order && !sign) {
      return found;
    }
    all.look(source);
    var decimal = sign ? all.decimal(first) : found.decimal();
    return new Notation(
        decimal,
        order ? all.monthFirst(first) : found.monthFirst(),
        all.signs.exact(decimal),
        all.signs.groups());
  }

  private void look(RowSource source) throws IOException {
    if (source.sample().size() < RowSource.SAMPLE) {
      source.sample().forEach(this::look);
    } else {
      source.read(this::look);
    }
  }

  private char decimal(@Nullable Notation first) {
    return first != null && signs.undecided() ? first.decimal() : signs.decimal();
  }

  private boolean monthFirst(@Nullable Notation first) {
    return first != null && months == 0 ? first.monthFirst() : months > 0;
  }

  private boolean undecided(List<RawRow> sample) {
    return Moments.undecided(sample.stream().flatMap(row -> cells(row).stream()).toList());
  }

  private void look(RawRow row) {
    months += Moments.months(cells(row));
    signs.add(row);
  }

  private List<String> cells(RawRow row) {
    return columns.stream().map(column -> row.cell(column).strip()).toList();
  }
}
