package dev.winback.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file whose columns a person or a script explained. */
record MappedFormat(Header header, Mapping mapping, ImportType type, SumCells sums)
    implements Format {

  static final String NAME = "mapped";

  /** Refused with what is wrong where the mapping does not fit the file. */
  static Format of(Header header, Mapping mapping) {
    var faults = MappingCheck.of(header, mapping);
    var type = mapping.rows();
    if (!faults.isEmpty() || type == null) {
      var fault = faults.get(0);
      var code = fault.key().substring("importing.failed.".length());
      throw new FileRefused(code, fault.figures().toArray());
    }
    return new MappedFormat(header, mapping, type, SumCells.of(header, mapping));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<ImportType> types() {
    var types = EnumSet.of(type);
    if (type == ImportType.PURCHASES && mapping.cancelled() != null) {
      types.add(ImportType.REFUNDS);
    }
    if (tellsCustomers()) {
      types.add(ImportType.CUSTOMERS);
    }
    return List.copyOf(types);
  }

  /** Whether his e-mail, telephone or name stands in the file, by which he is found. */
  @Override
  public boolean tellsCustomers() {
    return MappedBuyer.told(type, mapping.columns().keySet());
  }

  @Override
  public List<Integer> telling() {
    var told = new LinkedHashMap<>(mapping.columns());
    // a telephone number may look like a sum
    told.keySet().removeAll(MappedBuyer.columns(type));
    var names = new ArrayList<>(told.values());
    var lines = mapping.lines();
    if (lines != null) {
      Stream.of(lines.price(), lines.total()).filter(Objects::nonNull).forEach(names::add);
    }
    return header.places(names.stream().map(Header::plain).toList());
  }

  /** What nobody explained; of a customer it is kept as it is. */
  @Override
  public List<String> unread() {
    var explained = new HashSet<>(mapping.columns().values());
    var lines = mapping.lines();
    if (lines != null) {
      explained.addAll(lines.columns());
    }
    var plain = explained.stream().map(Header::plain).collect(Collectors.toSet());
    return type == ImportType.CUSTOMERS
        ? List.of()
        : header.columns().keySet().stream().filter(name -> !plain.contains(name)).toList();
  }

  @Override
  public String number(String cell) {
    return Priced.bare(cell);
  }

  @Override
  public Notation notation(Notation found) {
    return mapping.notation(found);
  }

  @Override
  public boolean grouped() {
    return mapping.lines() != null;
  }

  @Override
  public @Nullable String group(RawRow row) {
    return cell(header.cells(row), "purchase");
  }

  /** The cell that is mapped to our column; null when it is empty or means nothing. */
  @Nullable String cell(Cells cells, String ours) {
    var text = filled(cells, from(ours));
    var allowed = text == null ? List.<String>of() : type.words(ours);
    return text == null || allowed.isEmpty() ? text : mapping.explained(ours, text, allowed);
  }

  @Nullable String filled(Cells cells, @Nullable String column) {
    var text = column == null ? null : cells.get(column);
    return text == null || mapping.empty().contains(text) ? null : text;
  }

  /** Where our column stands in the file. */
  @Nullable String from(String ours) {
    return mapping.from(ours);
  }

  @Override
  public List<Entry> translate(List<RawRow> rows, Values values) {
    var lines = mapping.lines();
    var entry =
        lines == null
            ? alone(rows.get(0), values)
            : new PurchaseLines(this, lines, rows, values).entry();
    if (type == ImportType.CUSTOMERS) {
      return List.of(MappedBuyer.numbered(entry, values));
    }
    if (!tellsCustomers()) {
      return List.of(entry);
    }
    MappedBuyer.requireOne(this, rows);
    return MappedBuyer.with(entry, values);
  }

  private Entry alone(RawRow row, Values values) {
    var cells = sums.bare(row);
    var said = new Translation(cells.line());
    mapping
        .columns()
        .forEach((ours, theirs) -> said.say(ours, cell(cells, ours), Header.plain(theirs)));
    constants(said, row);
    if (type == ImportType.CUSTOMERS) {
      Unmapped.tell(said, cells, this);
    }
    var amount = amount(cells, values);
    return amount != null && cancels(cells, amount)
        ? refund(said, cell(cells, "purchase"), amount, values)
        : said.entry(type);
  }

  private @Nullable BigDecimal amount(Cells cells, Values values) {
    boolean money = type == ImportType.PURCHASES && mapping.cancelled() != null;
    return money && cell(cells, "amount") != null ? values.sum(cells, amountFrom()) : null;
  }

  private boolean cancels(Cells cells, BigDecimal amount) {
    return cancels(cell(cells, "purchase"), amount);
  }

  boolean cancels(@Nullable String number, BigDecimal amount) {
    var cancelled = mapping.cancelled();
    return cancelled != null && cancelled.marks(number == null ? "" : number, amount.signum() < 0);
  }

  /** What was paid back is told as it is: without a minus, under its own number. */
  Entry refund(Translation said, @Nullable String number, BigDecimal amount, Values values) {
    var from = from("purchase");
    return said.say("amount", values.notation().written(amount.abs()), amountFrom())
        .sayIfTold("refund", number, from == null ? "purchase" : from)
        .without("purchase")
        .entry(ImportType.REFUNDS);
  }

  String amountFrom() {
    var lines = mapping.lines();
    var from = from("amount");
    if (lines == null) {
      return from == null ? "amount" : from;
    }
    return Header.plain(String.valueOf(lines.total() == null ? lines.price() : lines.total()));
  }

  /** What the file does not say in any row. */
  void constants(Translation said, RawRow row) {
    var cells = header.cells(row);
    if (type.knows("currency") && cell(cells, "currency") == null) {
      var told = sums.currency(row);
      said.sayIfTold("currency", told == null ? mapping.currency() : told, "currency");
    }
    if (type.knows("source") && cell(cells, "source") == null) {
      said.sayIfTold("source", mapping.source(), "source");
    }
  }
}
