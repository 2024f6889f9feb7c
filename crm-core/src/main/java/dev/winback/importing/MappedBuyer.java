package dev.winback.importing;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The customer of a mapped row: by his number, else by one that is made of his e-mail, telephone or
 * name, as a shop's order makes it.
 */
final class MappedBuyer {

  private static final String CUSTOMER = "customer";
  private static final String ZIP = "zip";

  /** Each of them finds him. */
  private static final List<String> WAYS =
      List.of("email", "phone", "name", "first_name", "last_name", "company");

  private static final List<String> OF_A_FACT =
      Stream.concat(WAYS.stream(), Stream.of("city", ZIP, "country")).toList();

  private final Entry row;

  private MappedBuyer(Entry row) {
    this.row = row;
  }

  /**
   * What a mapping of this type knows beside its columns: namesakes are told apart by the place.
   */
  static List<String> columns(ImportType type) {
    return switch (type) {
      case CUSTOMERS -> List.of(ZIP);
      case PERSONS, CARTS -> List.of(); // their e-mail is the person's own, the cart's own
      default -> OF_A_FACT;
    };
  }

  /** Whether one of the mapped columns finds him without a number. */
  static boolean told(ImportType type, Set<String> mapped) {
    return !columns(type).isEmpty() && WAYS.stream().anyMatch(mapped::contains);
  }

  /** A row of customers under a number; the postal code stays under the file's own name for it. */
  static Entry numbered(Entry row, Values values) {
    var own = row.cells().get(CUSTOMER);
    if (own != null && !row.cells().has(ZIP)) {
      return row;
    }
    var buyer = new MappedBuyer(row);
    var number = own == null ? buyer.number(values) : own;
    var without = row.written(ZIP).equals(ZIP) ? Set.<String>of() : Set.of(ZIP);
    return buyer.said(ImportType.CUSTOMERS, without, number);
  }

  /** What was bought, asked, said or paid, and before it the customer who comes along with it. */
  static List<Entry> with(Entry fact, Values values) {
    var buyer = new MappedBuyer(fact);
    var own = fact.cells().get(CUSTOMER);
    var number = own == null ? buyer.number(values) : own;
    return List.of(buyer.customer(number), buyer.said(fact.type(), Set.copyOf(OF_A_FACT), number));
  }

  /** Rows of one purchase that name two people are two purchases of one number. */
  static void requireOne(MappedFormat format, List<RawRow> rows) {
    if (rows.size() == 1 || told(format, rows, CUSTOMER).findAny().isPresent()) {
      return;
    }
    for (var way : WAYS) {
      if (told(format, rows, way).distinct().count() > 1) {
        throw new BadCell(format.from(way), "customers-differ");
      }
    }
  }

  private static Stream<String> told(MappedFormat format, List<RawRow> rows, String ours) {
    return rows.stream()
        .map(row -> format.cell(format.header().cells(row), ours))
        .filter(Objects::nonNull)
        .map(text -> text.toLowerCase(Locale.ROOT));
  }

  private String number(Values values) {
    return buyer(anyName()).number("", columns(), values);
  }

  private Buyer buyer(@Nullable String name) {
    var zip = cell(ZIP);
    return new Buyer(
        null,
        cell("email"),
        cell("phone"),
        name,
        cell("company"),
        cell("city"),
        zip == null ? cell("city") : zip,
        cell("country"));
  }

  private @Nullable String anyName() {
    var whole = cell("name");
    var both =
        Stream.of("first_name", "last_name")
            .map(this::cell)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return whole != null ? whole : both.isEmpty() ? cell("company") : both;
  }

  private @Nullable String cell(String column) {
    return row.cells().get(column);
  }

  /** Where each stands in the file; the first that does stands for those that do not. */
  private Buyer.Columns columns() {
    return new Buyer.Columns(from(CUSTOMER), from("email"), from("phone"), from("name"), from(ZIP));
  }

  private String from(String column) {
    return row.cells().has(column) ? row.written(column) : row.written(firstWay());
  }

  private String firstWay() {
    return WAYS.stream().filter(row.cells()::has).findFirst().orElse(CUSTOMER);
  }

  /** As it was said, without these columns and under this number. */
  private Entry said(ImportType type, Set<String> without, String number) {
    var said = new Translation(row.cells().line());
    for (var column : List.copyOf(row.cells().columns().keySet())) {
      if (!without.contains(column)) {
        said.say(column, cell(column), row.written(column));
      }
    }
    return said.say(CUSTOMER, number, from(CUSTOMER)).entry(type);
  }

  /** As told with this fact: a later one knows better. */
  private Entry customer(String number) {
    var said = new Translation(row.cells().line()).say(CUSTOMER, number, from(CUSTOMER));
    var version = cell(Versions.COLUMN) == null ? "time" : Versions.COLUMN;
    said.sayIfTold(Versions.COLUMN, cell(version), row.written(version));
    buyer(cell("name")).tell(said, columns());
    for (var part : List.of("first_name", "last_name")) {
      said.sayIfTold(part, cell(part), row.written(part));
    }
    return said.entry(ImportType.CUSTOMERS);
  }
}
