package dev.winback.importing;

import static java.util.Map.entry;

import dev.winback.customer.FactIntake;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchase.Field;
import dev.winback.purchase.Purchase.Status;
import dev.winback.shared.BinaryRows;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Purchases as nearly every line tells them, written as they are staged. A line with anything
 * unusual is left to {@link PurchaseColumns}; what is read here is what it would read.
 */
final class PlainPurchases implements PlainReader {

  private static final Set<String> REQUIRED = Set.of("customer", "time", "amount", "purchase");

  private static final byte[] IMPORT = ToldCurrency.written("import");
  private static final byte[][] WORDS =
      Arrays.stream(Status.values())
          .map(status -> ToldCurrency.written(status.word()))
          .toArray(byte[][]::new);

  private final Header header;
  private final Totals totals;
  private final PlainCells cells;
  private final Consumer<BinaryRows> row;
  private final Remembered<byte[]> sources =
      new Remembered<>("source", cell -> ToldCurrency.written(cell.source()));
  private final Remembered<@Nullable ToldCurrency> currencies;
  private final Remembered<@Nullable Status> statuses;
  private final Remembered<@Nullable Integer> counts;
  private final Remembered<@Nullable Long> members;
  private final int firm;
  private final long[] given;
  private final int time;
  private final int amount;
  private final int currency;
  private final int status;
  private final int refunded;

  // what the line at hand says
  private long second;
  private long paid;
  private long back;
  private @Nullable ToldCurrency saidCurrency;
  private int unit;
  private @Nullable Status saidStatus;

  /** Null for a file whose rows have no number of their own: each is made of its texts. */
  static @Nullable PlainReader of(
      Header header, Values values, FactIntake<?> intake, Totals totals) {
    return header.hasAll(REQUIRED) ? new PlainPurchases(header, values, intake, totals) : null;
  }

  private PlainPurchases(Header header, Values values, FactIntake<?> intake, Totals totals) {
    this.header = header;
    this.totals = totals;
    cells = new PlainCells(values);
    currencies = new Remembered<>("currency", cell -> ToldCurrency.of(values, cell));
    firm = Sums.unit(values.firm());
    statuses = new Remembered<>("status", cell -> values.word(cell, "status", Status.class));
    counts = new Remembered<>("units", cell -> values.count(cell, "units"));
    members = new Remembered<>("member", cell -> values.member(cell, "member"));
    given = IntStream.range(0, 4).mapToLong(this::given).toArray();
    time = header.place("time");
    amount = header.place("amount");
    currency = header.place("currency");
    status = header.place("status");
    refunded = header.place("refunded");
    row = intake.row(columns());
  }

  /** The fields that a row says: these two only where they have a value. */
  private long given(int currencyAndStatus) {
    var fields = EnumSet.noneOf(Field.class);
    for (var field : Field.values()) {
      boolean said =
          switch (field) {
            case CURRENCY -> (currencyAndStatus & 1) > 0;
            case STATUS -> (currencyAndStatus & 2) > 0;
            default -> header.has(field.name().toLowerCase(Locale.ROOT));
          };
      if (said) {
        fields.add(field);
      }
    }
    return Purchase.bits(fields);
  }

  private Map<String, Consumer<BinaryRows>> columns() {
    return Map.ofEntries(
        entry("line", rows -> rows.bigint(cells.number())),
        entry("customer", of("customer", cells::key)),
        entry("given", rows -> rows.bigint(given())),
        entry("source", of("source", this::source)),
        entry("external_id", of("purchase", cells::key)),
        entry("told_at", of("updated_at", cells::momentOrNone)),
        entry("purchased_at", rows -> rows.second(second)),
        entry("amount", rows -> rows.cents(paid)),
        entry("currency", rows -> rows.utf8(saidCurrency == null ? null : saidCurrency.bytes())),
        entry("margin", of("margin", (cell, rows) -> money(whole(cells.centsOrNone(cell)), rows))),
        entry("status", rows -> rows.utf8(saidStatus == null ? null : WORDS[saidStatus.ordinal()])),
        entry("refund_told", rows -> money(back, rows)),
        entry("units", of("units", (cell, rows) -> rows.integer(cells.wordOrNone(cell, counts)))),
        entry("items", of("items", cells::textOrNone)),
        entry("coupon", of("coupon", cells::keyOrNone)),
        entry("member_id", of("member", this::member)));
  }

  @FunctionalInterface
  private interface Writer {
    void write(int cell, BinaryRows rows);
  }

  private Consumer<BinaryRows> of(String column, Writer writer) {
    int cell = header.place(column);
    return rows -> writer.write(cell, rows);
  }

  private void source(int cell, BinaryRows rows) {
    rows.utf8(Objects.requireNonNullElse(cells.wordOrNone(cell, sources), IMPORT));
  }

  private void member(int cell, BinaryRows rows) {
    rows.bigint(cells.wordOrNone(cell, members));
  }

  private long given() {
    return given[(saidCurrency == null ? 0 : 1) | (saidStatus == null ? 0 : 2)];
  }

  private static void money(long cents, BinaryRows rows) {
    if (cents == PlainCells.NONE) {
      rows.nothing();
    } else {
      rows.cents(cents);
    }
  }

  @Override
  public boolean write(Lines line, BinaryRows rows) {
    if (line.cells() != header.columns().size() || line.length() > Cells.LONGEST) {
      return false;
    }
    int before = rows.size();
    cells.on(line);
    if (!usual(rows)) {
      rows.backTo(before);
      return false;
    }
    var code = saidCurrency == null ? null : saidCurrency.code();
    totals.add(saidStatus, code, second, paid, Math.max(0, back));
    return true;
  }

  private boolean usual(BinaryRows rows) {
    try {
      look();
      if (!cells.odd()) {
        row.accept(rows);
      }
      return !cells.odd();
    } catch (BadCell bad) {
      return false;
    }
  }

  private void look() {
    second = cells.past(time);
    saidCurrency = cells.wordOrNone(currency, currencies);
    unit = saidCurrency == null ? firm : saidCurrency.unit();
    paid = whole(cells.cents(amount));
    saidStatus = cells.wordOrNone(status, statuses);
    long told = whole(cells.centsOrNone(refunded));
    cells.atMost(told, paid);
    back = told == 0 ? PlainCells.NONE : told;
  }

  private long whole(long cents) {
    cells.multiple(cents, unit);
    return cents;
  }
}
