package dev.winback.importing;

import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchase.Field;
import dev.winback.purchase.Purchase.Status;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Purchases as nearly every line tells them. A line with anything unusual is left to {@link
 * PurchaseColumns}; what is read here is what it would read.
 */
final class PlainPurchases implements PlainReader<Purchase> {

  private static final Set<String> REQUIRED = Set.of("customer", "time", "amount", "purchase");

  private final Header header;
  private final PlainCells cells;
  private final Remembered<String> sources = new Remembered<>("source", Cells::source);
  private final Remembered<@Nullable String> currencies;
  private final Remembered<@Nullable Status> statuses;
  private final Remembered<@Nullable Integer> counts;
  private final Remembered<@Nullable Long> members;
  private final List<Set<Field>> given;
  private final int customer;
  private final int time;
  private final int amount;
  private final int purchase;
  private final int source;
  private final int currency;
  private final int margin;
  private final int status;
  private final int refunded;
  private final int units;
  private final int items;
  private final int coupon;
  private final int member;
  private final int updated;

  /** Null for a file whose rows have no number of their own: each is made of its texts. */
  static @Nullable PlainReader<Purchase> of(Header header, Values values) {
    return header.hasAll(REQUIRED) ? new PlainPurchases(header, values) : null;
  }

  private PlainPurchases(Header header, Values values) {
    this.header = header;
    cells = new PlainCells(values);
    currencies = new Remembered<>("currency", cell -> values.currency(cell, "currency"));
    statuses = new Remembered<>("status", cell -> values.word(cell, "status", Status.class));
    counts = new Remembered<>("units", cell -> values.count(cell, "units"));
    members = new Remembered<>("member", cell -> values.member(cell, "member"));
    given = IntStream.range(0, 4).mapToObj(this::given).toList();
    customer = header.place("customer");
    time = header.place("time");
    amount = header.place("amount");
    purchase = header.place("purchase");
    source = header.place("source");
    currency = header.place("currency");
    margin = header.place("margin");
    status = header.place("status");
    refunded = header.place("refunded");
    units = header.place("units");
    items = header.place("items");
    coupon = header.place("coupon");
    member = header.place("member");
    updated = header.place("updated_at");
  }

  /** The fields that a row says: these two only where they have a value. */
  private Set<Field> given(int currencyAndStatus) {
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
    return Collections.unmodifiableSet(fields);
  }

  @Override
  public @Nullable Purchase read(Lines line) {
    if (line.cells() != header.columns().size() || line.length() > Cells.LONGEST) {
      return null;
    }
    cells.on(line);
    try {
      var read = read(line.number());
      return cells.odd() ? null : read;
    } catch (BadCell bad) {
      return null;
    }
  }

  private Purchase read(long line) {
    var paid = cells.amount(amount);
    var saidCurrency = cells.wordOrNone(currency, currencies);
    var saidStatus = cells.wordOrNone(status, statuses);
    return new Purchase(
        line,
        cells.key(customer),
        Objects.requireNonNullElse(cells.wordOrNone(source, sources), "import"),
        cells.key(purchase),
        cells.past(time),
        paid,
        saidCurrency,
        cells.amountOrNone(margin),
        saidStatus,
        refunded(paid),
        cells.wordOrNone(units, counts),
        cells.textOrNone(items),
        cells.keyOrNone(coupon),
        cells.wordOrNone(member, members),
        cells.momentOrNone(updated),
        given.get((saidCurrency == null ? 0 : 1) | (saidStatus == null ? 0 : 2)));
  }

  private @Nullable BigDecimal refunded(BigDecimal paid) {
    var money = cells.amountOrNone(refunded);
    return money == null || money.signum() == 0 ? null : cells.atMost(money, paid);
  }
}
