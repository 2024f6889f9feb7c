package dev.winback.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Customers by the month, or quarter, of their first purchase and how many of them bought in each
 * later one, as of a day.
 */
public record CohortTable(
    LocalDate day, YearMonth first, YearMonth last, boolean quarters, List<Row> rows) {

  /** One cohort; {@code cells} begin with the unit after the first purchase. */
  public record Row(YearMonth cohort, long customers, List<Cell> cells) {}

  /** {@code partial}: the month or quarter is not over. */
  public record Cell(int since, long customers, long of, boolean partial) {

    public double share() {
      return of == 0 ? 0 : (double) customers / of;
    }
  }

  /** 0 for nobody, else one of six shades: sixths of the highest share of the table. */
  public int shade(Cell cell) {
    return cell.customers() == 0 ? 0 : Math.max(1, (int) Math.ceil(6 * cell.share() / highest()));
  }

  /** Whether a time that a cell speaks of is not over yet. */
  public boolean partial() {
    return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Cell::partial);
  }

  public double highest() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .mapToDouble(Cell::share)
        .max()
        .orElse(0);
  }

  /** The numbers of the columns. */
  public List<Integer> columns() {
    int most = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    return IntStream.rangeClosed(1, most).boxed().toList();
  }

  public long customers() {
    return rows.stream().mapToLong(Row::customers).sum();
  }

  /**
   * All cohorts together so long after the first purchase: only those whose month is over. Null
   * where that is none.
   */
  public @Nullable Cell total(int since) {
    var over =
        rows.stream()
            .filter(row -> row.cells().size() >= since)
            .map(row -> row.cells().get(since - 1))
            .filter(cell -> !cell.partial())
            .toList();
    long of = over.stream().mapToLong(Cell::of).sum();
    return of == 0
        ? null
        : new Cell(since, over.stream().mapToLong(Cell::customers).sum(), of, false);
  }

  public String unit() {
    return quarters ? "quarter" : "month";
  }
}
