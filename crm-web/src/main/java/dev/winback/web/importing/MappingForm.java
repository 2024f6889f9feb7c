package dev.winback.web.importing;

import dev.winback.importing.ImportType;
import dev.winback.importing.Mapping;
import dev.winback.importing.MappingView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of the mapping page: for each column of the file what it is of ours. */
record MappingForm(Map<String, String> fields, @Nullable String lastChosen) {

  private static final String QUANTITY = "quantity";
  private static final String PRICE = "price";
  private static final String TOTAL = "line total";
  private static final List<String> OF_LINES = List.of(QUANTITY, PRICE, TOTAL);

  /** A column of the file, and which of our columns was chosen for it. */
  record Row(
      int index,
      String column,
      List<String> samples,
      String chosen,
      List<MappingView.Word> words,
      List<String> allowed,
      String typed) {}

  static MappingForm of(Map<String, String> fields, @Nullable String lastChosen) {
    return new MappingForm(fields, lastChosen);
  }

  AddedWords added() {
    return new AddedWords(fields);
  }

  String name() {
    return fields.getOrDefault("name", "");
  }

  Mapping mapping() {
    var chosen = chosen();
    boolean lines = fields.containsKey("lines");
    var quantity = chosen.remove(QUANTITY);
    var price = chosen.remove(PRICE);
    var total = chosen.remove(TOTAL);
    var type = text("type");
    return new Mapping(
        type == null ? "" : type,
        known(chosen, type),
        lines ? new Mapping.Lines(quantity, price, total) : null,
        cancelled(),
        empty(),
        text("currency"),
        text("source"),
        text("dates"),
        text("decimal"),
        words(type, chosen));
  }

  /** One of our columns is one of the file's: what was chosen last wins. */
  private Map<String, String> chosen() {
    var chosen = new LinkedHashMap<String, String>();
    for (int i = 0; fields.containsKey("n" + i); i++) {
      var ours = fields.getOrDefault("c" + i, "");
      var column = String.valueOf(fields.get("n" + i));
      if (ours.isEmpty()) {
        continue;
      }
      if (("c" + i).equals(lastChosen)) {
        chosen.put(ours, column);
      } else {
        chosen.putIfAbsent(ours, column);
      }
    }
    return chosen;
  }

  /** Another type was chosen: what it does not know is chosen no more. */
  private static Map<String, String> known(Map<String, String> chosen, @Nullable String type) {
    var offered = offered(type == null ? "" : type, false);
    chosen.keySet().removeIf(ours -> !offered.contains(ours));
    return chosen;
  }

  /** What stands beside the words of a column counts as long as it is the column it was. */
  private Map<String, Map<String, String>> words(
      @Nullable String type, Map<String, String> chosen) {
    var words = new LinkedHashMap<String, Map<String, String>>();
    for (int i = 0; fields.containsKey("n" + i); i++) {
      var ours = fields.getOrDefault("c" + i, "");
      var said = said(i, allowed(type, ours));
      if (!said.isEmpty() && String.valueOf(fields.get("n" + i)).equals(chosen.get(ours))) {
        words.put(ours, said);
      }
    }
    return words;
  }

  private Map<String, String> said(int column, List<String> allowed) {
    var said = new LinkedHashMap<String, String>();
    for (int i = 0; fields.containsKey("t" + column + "-" + i); i++) {
      var text = text("t" + column + "-" + i);
      var ours = fields.getOrDefault("w" + column + "-" + i, "");
      if (text != null && allowed.contains(ours)) {
        said.put(text, ours);
      }
    }
    return said;
  }

  private static List<String> allowed(@Nullable String type, String ours) {
    return known(type).map(known -> known.words(ours)).orElse(List.of());
  }

  private static Optional<ImportType> known(@Nullable String type) {
    return Arrays.stream(ImportType.values()).filter(one -> one.word().equals(type)).findFirst();
  }

  private Mapping.@Nullable Cancelled cancelled() {
    var prefix = text("prefix");
    boolean negative = fields.containsKey("negative");
    return prefix == null && !negative ? null : new Mapping.Cancelled(prefix, negative);
  }

  private List<String> empty() {
    return Arrays.stream(fields.getOrDefault("empty", "").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private @Nullable String text(String field) {
    var text = fields.getOrDefault(field, "").strip();
    return text.isEmpty() ? null : text;
  }

  /** Our columns of a type, those of lines where a purchase has several. */
  static List<String> offered(String type, boolean lines) {
    return known(type)
        .map(
            one ->
                Stream.concat(
                        one.mapped().stream(), lines ? OF_LINES.stream() : Stream.<String>empty())
                    .toList())
        .orElse(List.of());
  }

  List<Row> rows(MappingView view) {
    var chosen = new LinkedHashMap<String, String>();
    view.mapping().columns().forEach((ours, theirs) -> chosen.put(theirs, ours));
    var lines = view.mapping().lines();
    if (lines != null) {
      put(chosen, lines.quantity(), QUANTITY);
      put(chosen, lines.price(), PRICE);
      put(chosen, lines.total(), TOTAL);
    }
    var rows = new ArrayList<Row>();
    for (var column : view.columns()) {
      var ours = chosen.getOrDefault(column.name(), "");
      var allowed = allowed(view.mapping().type(), ours);
      rows.add(
          new Row(
              rows.size(),
              column.name(),
              column.samples(),
              ours,
              column.words(),
              allowed,
              added().of(rows.size(), column.words())));
    }
    return rows;
  }

  private static void put(Map<String, String> chosen, @Nullable String theirs, String ours) {
    if (theirs != null) {
      chosen.put(theirs, ours);
    }
  }
}
