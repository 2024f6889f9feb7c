package dev.winback.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a file that nobody knows are to be understood; this is also its JSON.
 *
 * @param type one of {@link ImportType}
 * @param columns our column, and the file's
 * @param lines set where a purchase has several rows
 * @param cancelled what marks a cancellation, which becomes a refund
 * @param empty cells that mean nothing
 * @param dates {@code day-first} or {@code month-first}; null: as it looks
 * @param decimal {@code .} or {@code ,}; null: as it looks
 * @param words of our columns that know a few words only: the file's word, and ours
 */
public record Mapping(
    String type,
    Map<String, String> columns,
    @Nullable Lines lines,
    @Nullable Cancelled cancelled,
    List<String> empty,
    @Nullable String currency,
    @Nullable String source,
    @Nullable String dates,
    @Nullable String decimal,
    Map<String, Map<String, String>> words) {

  static final String DAY_FIRST = "day-first";
  static final String MONTH_FIRST = "month-first";

  /** Columns of the file; the amount is quantity × price, or the total of the row. */
  public record Lines(@Nullable String quantity, @Nullable String price, @Nullable String total) {

    List<String> columns() {
      return Stream.of(quantity, price, total).filter(Objects::nonNull).toList();
    }
  }

  /** A number that begins with the prefix, or a sum below zero. */
  public record Cancelled(@Nullable String prefix, boolean negative) {

    boolean marks(String number, boolean belowZero) {
      boolean marked = prefix != null && !prefix.isEmpty() && number.startsWith(prefix);
      return marked || negative && belowZero;
    }
  }

  /** What JSON leaves out is nothing. */
  @SuppressWarnings("ConstantValue") // JSON does not know what is not null
  public Mapping {
    type = type == null ? "" : type;
    columns = columns == null ? Map.of() : new LinkedHashMap<>(columns);
    words = words == null ? Map.of() : new LinkedHashMap<>(words);
    empty = empty == null ? List.of() : List.copyOf(empty);
  }

  /** The type, or null where there is none of that name. */
  @Nullable ImportType rows() {
    for (var known : ImportType.values()) {
      if (known.word().equalsIgnoreCase(type.strip())) {
        return known;
      }
    }
    return null;
  }

  /** Where our column stands in the file. */
  @Nullable String from(String ours) {
    var theirs = columns.get(ours);
    return theirs == null ? null : Header.plain(theirs);
  }

  /** Nobody takes a word for another one: unknown ones come back. */
  String explained(String ours, String text, List<String> allowed) {
    var meaning = meaning(ours, text, allowed);
    if (meaning == null) {
      throw new BadCell(
          from(ours), "word-unexplained", Values.shown(text), String.join(", ", allowed));
    }
    return meaning;
  }

  /** What a word of the file means in our column: as it was said, else as it certainly is. */
  @Nullable String meaning(String ours, String text, List<String> allowed) {
    var bare = HeaderWord.bare(text);
    return words.getOrDefault(ours, Map.of()).entrySet().stream()
        .filter(said -> HeaderWord.bare(said.getKey()).equals(bare))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> FileWords.certain(text, allowed));
  }

  Notation notation(Notation found) {
    char sign = decimal == null || decimal.isEmpty() ? found.decimal() : decimal.charAt(0);
    boolean months = dates == null ? found.monthFirst() : dates.equals(MONTH_FIRST);
    boolean said = decimal != null && !decimal.isEmpty();
    return new Notation(sign, months, found.exact() || said, found.grouped() || said);
  }
}
