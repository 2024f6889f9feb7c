package dev.winback.importing;

import dev.winback.shared.Sql;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A first mapping of a file: by what its columns are called, and by what is in them. */
final class MappingGuess {

  private static final Map<String, List<String>> SYNONYMS = synonyms();
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern DATE = Pattern.compile("\\d{1,4}[-./]\\d{1,2}[-./]\\d{1,4}.*");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}([.,]0+)?");
  private static final Pattern MARKED = Pattern.compile("([A-Za-z]+)[-/]?\\d+");

  /** What exports write where there is nothing. */
  private static final List<String> NOTHING = List.of("NA", "N/A", "#N/A", "NULL", "null", "\\N");

  /** What a list of customers tells of each. */
  private static final List<String> PERSONAL =
      List.of("email", "phone", "first_name", "last_name", "name", "company");

  private final Header header;
  private final List<RawRow> sample;
  private final Map<String, String> found = new LinkedHashMap<>();
  private final Set<String> taken = new LinkedHashSet<>();

  private MappingGuess(Header header, List<RawRow> sample) {
    this.header = header;
    this.sample = sample;
  }

  private static Map<String, List<String>> synonyms() {
    return Sql.of(MappingGuess.class, "synonyms.txt")
        .lines()
        .filter(line -> !line.startsWith("#") && line.contains(":"))
        .map(line -> line.split(":", 2))
        .collect(
            Collectors.toMap(
                part -> part[0].strip(),
                part -> Arrays.stream(part[1].split(",")).map(HeaderWord::bare).toList(),
                (a, b) -> a,
                LinkedHashMap::new));
  }

  static Mapping of(Header header, List<RawRow> sample) {
    var guess = new MappingGuess(header, sample);
    SYNONYMS.keySet().forEach(guess::byName);
    guess.byContent("email", EMAIL);
    guess.byContent("time", DATE);
    return guess.mapping();
  }

  private void byName(String ours) {
    var words = List.copyOf(SYNONYMS.getOrDefault(ours, List.of()));
    header.columns().keySet().stream()
        .filter(column -> !taken.contains(column))
        .map(column -> HeaderWord.of(column, ours, words))
        .filter(HeaderWord::fits)
        .min(Comparator.comparingInt(HeaderWord::place))
        .ifPresent(word -> take(ours, word.column()));
  }

  private void take(String ours, String column) {
    found.put(ours, String.valueOf(header.written(column)));
    taken.add(column);
  }

  private void byContent(String ours, Pattern form) {
    if (!found.containsKey(ours)) {
      header.columns().keySet().stream()
          .filter(column -> !taken.contains(column) && mostly(column, form))
          .findFirst()
          .ifPresent(column -> take(ours, column));
    }
  }

  private boolean mostly(String column, Pattern form) {
    var filled = cells(column);
    long fitting = filled.stream().filter(cell -> form.matcher(cell).matches()).count();
    return fitting > 0 && fitting * 2 > filled.size();
  }

  private List<String> cells(@Nullable String column) {
    var place = column == null ? null : header.columns().get(Header.plain(column));
    return place == null
        ? List.of()
        : sample.stream().map(row -> row.cell(place).strip()).filter(c -> !c.isEmpty()).toList();
  }

  private Mapping mapping() {
    var quantity = found.remove("quantity");
    var price = found.remove("price");
    boolean lines = quantity != null && price != null && repeats(found.get("purchase"));
    var type = type(lines);
    if (!lines && quantity != null && whole(quantity)) {
      found.put("units", quantity);
    }
    var columns = new LinkedHashMap<>(found);
    columns.keySet().removeIf(ours -> !type.mapped().contains(ours));
    buyer(columns, type, lines);
    if (lines) {
      columns.remove("amount");
    }
    return new Mapping(
        type.word(),
        columns,
        lines ? new Mapping.Lines(quantity, price, null) : null,
        type == ImportType.PURCHASES ? cancelled(quantity) : null,
        NOTHING,
        null,
        null,
        null,
        null,
        Map.of());
  }

  /**
   * A name beside a customer number may be one of goods; beside an e-mail or a telephone it is that
   * of the buyer.
   */
  private static void buyer(Map<String, String> columns, ImportType type, boolean lines) {
    boolean numbered = columns.containsKey("customer");
    boolean reached = columns.containsKey("email") || columns.containsKey("phone");
    if (numbered && (type == ImportType.CUSTOMERS || !reached)) {
      columns.keySet().removeAll(MappedBuyer.columns(type));
    }
    if (lines && reached && !columns.containsKey("items")) {
      columns.remove("name");
    }
  }

  /** A day alone is no purchase: lists of customers have days, too. */
  private ImportType type(boolean lines) {
    boolean sold =
        lines || found.containsKey("amount") || PERSONAL.stream().noneMatch(found::containsKey);
    return sold && found.containsKey("time") ? ImportType.PURCHASES : ImportType.CUSTOMERS;
  }

  /** Units are counted; half a pound is none. */
  private boolean whole(String column) {
    return cells(column).stream().allMatch(cell -> WHOLE.matcher(cell).matches());
  }

  private boolean repeats(@Nullable String column) {
    var cells = cells(column);
    return Set.copyOf(cells).size() < cells.size();
  }

  /** Numbers of which a few begin with a letter, and amounts below zero. */
  private Mapping.@Nullable Cancelled cancelled(@Nullable String quantity) {
    boolean negative =
        cells(quantity == null ? found.get("amount") : quantity).stream()
            .anyMatch(cell -> Priced.bare(cell).startsWith("-"));
    var numbers = cells(found.get("purchase"));
    var marks =
        numbers.stream()
            .map(MARKED::matcher)
            .filter(java.util.regex.Matcher::matches)
            .map(matcher -> matcher.group(1))
            .toList();
    boolean few = !marks.isEmpty() && marks.size() * 3 < numbers.size();
    return negative || few ? new Mapping.Cancelled(few ? marks.get(0) : null, true) : null;
  }
}
