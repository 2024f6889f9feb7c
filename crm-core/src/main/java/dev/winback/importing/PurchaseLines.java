package dev.winback.importing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of one purchase of a mapped file, added up. */
class PurchaseLines {

  private static final int CENTS = 2;

  /** Money of each line, as the amount is. */
  private static final Set<String> ADDED = Set.of("margin", "refunded");

  private final MappedFormat format;
  private final Mapping.Lines lines;
  private final List<Cells> rows;
  private final RawRow head;
  private final Values values;

  PurchaseLines(MappedFormat format, Mapping.Lines lines, List<RawRow> rows, Values values) {
    this.format = format;
    this.lines = lines;
    this.rows = rows.stream().map(format.sums()::bare).toList();
    head = rows.get(0);
    this.values = values;
  }

  /** Cents are made of the sum, not of each row. */
  Entry entry() {
    var said = new Translation(rows.get(0).line());
    for (var ours : format.mapping().columns().keySet()) {
      said.say(ours, told(ours), Objects.requireNonNull(format.from(ours)));
    }
    var goods = new Goods();
    var sum = BigDecimal.ZERO;
    for (var row : rows) {
      sum = sum.add(amount(row, goods));
    }
    var amount = cents(sum);
    said.say("items", goods.text(), column("items", format.amountFrom()));
    format.constants(said, head);
    return format.cancels(format.cell(rows.get(0), "purchase"), amount)
        ? format.refund(said.without("units").without("items"), number(), amount, values)
        : said.say("amount", values.notation().written(amount), format.amountFrom())
            .say("units", goods.units(), column("units", format.amountFrom()))
            .entry(ImportType.PURCHASES);
  }

  private @Nullable String number() {
    return format.cell(rows.get(0), "purchase");
  }

  private String column(String ours, String otherwise) {
    var from = format.from(ours);
    return from == null ? otherwise : from;
  }

  /** What all rows of a purchase say: the customer must be one, of its moments the first counts. */
  private @Nullable String told(String ours) {
    if (ADDED.contains(ours)) {
      return half(ours) ? null : added(Objects.requireNonNull(format.from(ours)));
    }
    var first = format.cell(rows.get(0), ours);
    for (var row : rows) {
      var other = format.cell(row, ours);
      if (!Objects.equals(first, other)) {
        return differing(ours);
      }
    }
    return first;
  }

  private @Nullable String differing(String ours) {
    return switch (ours) {
      case "customer" -> throw customers();
      case "time" -> earliest();
      case "status" -> status();
      default -> filled(ours).findFirst().orElse(null);
    };
  }

  private Stream<String> filled(String ours) {
    return rows.stream().map(row -> format.cell(row, ours)).filter(Objects::nonNull);
  }

  /** A line that was sent back leaves a purchase of which nobody can say how much is left. */
  private @Nullable String status() {
    var words = filled("status").map(word -> word.toLowerCase(Locale.ROOT)).distinct().toList();
    if (words.size() > 1) {
      throw new BadCell(format.from("status"), "status-differs", words.get(0), words.get(1));
    }
    return words.isEmpty() ? null : words.get(0);
  }

  private @Nullable String added(String column) {
    var told = rows.stream().map(row -> line(row, column)).filter(Objects::nonNull).toList();
    return told.isEmpty() ? null : written(told);
  }

  private String written(List<BigDecimal> told) {
    return values.notation().written(cents(told.stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
  }

  /** What one line earned says nothing of what the others did; what nobody paid back is nothing. */
  private boolean half(String ours) {
    return ours.equals("margin") && rows.stream().anyMatch(row -> format.cell(row, ours) == null);
  }

  private @Nullable BigDecimal line(Cells row, String column) {
    try {
      return sum(row, column);
    } catch (BadCell bad) {
      throw bad.at(row.line());
    }
  }

  private static BigDecimal cents(BigDecimal sum) {
    return sum.setScale(CENTS, RoundingMode.HALF_UP);
  }

  private BadCell customers() {
    var column = format.from("customer");
    for (var row : rows) {
      if (format.cell(row, "customer") == null) {
        return new BadCell(column, "required").at(row.line());
      }
    }
    return new BadCell(column, "customers-differ");
  }

  private @Nullable String earliest() {
    var column = Objects.requireNonNull(format.from("time"));
    Cells earliest = null;
    for (var row : rows) {
      if (earliest == null || at(row, column).isBefore(at(earliest, column))) {
        earliest = row;
      }
    }
    return earliest == null ? null : earliest.get(column);
  }

  private Instant at(Cells row, String column) {
    try {
      return values.past(row, column);
    } catch (BadCell bad) {
      throw bad.at(row.line());
    }
  }

  private BigDecimal amount(Cells row, Goods goods) {
    try {
      var quantity = number(row, lines.quantity());
      goods.add(format.cell(row, "items"), quantity);
      return lines.total() == null
          ? required(quantity, lines.quantity())
              .multiply(required(sum(row, lines.price()), lines.price()))
          : required(sum(row, lines.total()), lines.total());
    } catch (BadCell bad) {
      throw bad.at(row.line());
    }
  }

  private @Nullable BigDecimal number(Cells row, @Nullable String column) {
    var plain = column == null ? null : Header.plain(column);
    return plain == null || format.filled(row, plain) == null ? null : values.number(row, plain);
  }

  private @Nullable BigDecimal sum(Cells row, @Nullable String column) {
    var plain = column == null ? null : Header.plain(column);
    return plain == null || format.filled(row, plain) == null ? null : values.sum(row, plain);
  }

  private static BigDecimal required(@Nullable BigDecimal number, @Nullable String column) {
    if (number == null) {
      throw new BadCell(Header.plain(String.valueOf(column)), "required");
    }
    return number;
  }
}
