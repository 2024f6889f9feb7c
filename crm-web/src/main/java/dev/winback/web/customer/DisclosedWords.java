package dev.winback.web.customer;

import dev.winback.privacy.Disclosure;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is kept of a person as she may read it; the file has the columns as they are. */
@Component("disclosed")
public class DisclosedWords {

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-].*)");

  private final Wording wording;
  private final Shown shown;

  DisclosedWords(Wording wording, Shown shown) {
    this.wording = wording;
    this.shown = shown;
  }

  /** Fields that are empty in all rows say nothing; days and moments come first. */
  public DisclosedPart part(Disclosure.Part part) {
    var fields =
        part.rows().stream()
            .flatMap(row -> row.keySet().stream())
            .distinct()
            .filter(field -> part.rows().stream().anyMatch(row -> !in(row, field).isEmpty()))
            .sorted(Comparator.comparing(field -> !when(part.rows().get(0).get(field))))
            .toList();
    var same = fields.stream().filter(field -> same(part.rows(), field)).toList();
    var others = fields.stream().filter(field -> !same.contains(field)).toList();
    return new DisclosedPart(
        part.table(),
        same.stream().map(field -> cell(part.rows().get(0), field)).toList(),
        others.stream().map(this::name).toList(),
        others.isEmpty()
            ? List.of()
            : part.rows().stream()
                .map(row -> others.stream().map(field -> in(row, field)).toList())
                .toList());
  }

  private DisclosedPart.Cell cell(Map<String, Object> row, String field) {
    return new DisclosedPart.Cell(name(field), in(row, field));
  }

  private boolean same(List<Map<String, Object>> rows, String field) {
    return rows.stream().map(row -> in(row, field)).distinct().count() == 1;
  }

  private String in(Map<String, Object> row, String field) {
    return row.get(field) == null ? "" : value(row.get(field));
  }

  private static boolean when(@Nullable Object value) {
    return value instanceof String text
        && (DAY.matcher(text).matches() || MOMENT.matcher(text).matches());
  }

  /** The name of a column, made readable where it has no words of its own. */
  public String name(String column) {
    var plain = column.replace('_', ' ').replace('-', ' ').strip();
    var words = wording.orCode("privacy.field.", column);
    return words.equals(column) && !plain.isEmpty()
        ? Character.toUpperCase(plain.charAt(0)) + plain.substring(1)
        : words;
  }

  /** Nothing for what says nothing: an empty list or record. */
  public String value(Object value) {
    if (value instanceof Map<?, ?> record) {
      return list(record.entrySet(), this::pair);
    }
    if (value instanceof Collection<?> many) {
      return list(many, this::value);
    }
    if (value instanceof Boolean yes) {
      return wording.of(yes ? "privacy.yes" : "privacy.no");
    }
    return text(String.valueOf(value));
  }

  private static <T> String list(Collection<? extends T> many, Function<T, String> words) {
    return many.stream().map(words).collect(Collectors.joining(", "));
  }

  private String pair(Map.Entry<?, ?> cell) {
    return name(String.valueOf(cell.getKey())) + ": " + value(cell.getValue());
  }

  private String text(String text) {
    try {
      if (DAY.matcher(text).matches()) {
        return shown.day(LocalDate.parse(text));
      }
      return MOMENT.matcher(text).matches()
          ? shown.dayOrMoment(OffsetDateTime.parse(text).toInstant())
          : text;
    } catch (DateTimeParseException someNumber) {
      return text;
    }
  }
}
