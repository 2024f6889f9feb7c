package dev.winback.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in a cart: words, or a list in JSON of name, quantity, price and image, from which the
 * words are made; what of a line cannot be shown is left out.
 */
record CartContents(@Nullable String items, @Nullable String goods) {

  /** So many lines are shown; nobody reads more in a letter. */
  private static final int LINES = 20;

  private static final int LONGEST_NAME = 200;
  private static final String PICTURE = "https://[^\\s\"'<>]{1,500}";
  private static final String NUMBER = "\\d{1,9}(\\.\\d{1,4})?";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static CartContents of(@Nullable String cell) {
    var list = cell != null && cell.startsWith("[") ? list(cell) : null;
    return list == null ? new CartContents(cell, null) : of(list);
  }

  /** Null for words that only look like a list. */
  private static @Nullable JsonNode list(String cell) {
    try {
      var read = JSON.readTree(cell);
      boolean lines = read.isArray() && read.valueStream().allMatch(JsonNode::isObject);
      return lines ? read : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static CartContents of(JsonNode list) {
    var words = new Goods();
    var lines = new ArrayList<Map<String, String>>();
    for (var line : list) {
      var name = name(line);
      if (name != null) {
        words.add(name, number(line, "quantity"));
        lines.add(line(line, name));
      }
    }
    var shown = lines.size() > LINES ? lines.subList(0, LINES) : lines;
    return new CartContents(words.text(), shown.isEmpty() ? null : JSON.writeValueAsString(shown));
  }

  private static @Nullable String name(JsonNode line) {
    var name = first(line, List.of("name", "title"));
    var length = name == null ? 0 : name.codePointCount(0, name.length());
    return name != null && length > LONGEST_NAME
        ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
        : name;
  }

  private static Map<String, String> line(JsonNode line, String name) {
    var shown = new java.util.LinkedHashMap<String, String>();
    shown.put("name", name);
    put(shown, "quantity", number(line, "quantity"));
    put(shown, "price", number(line, "price"));
    var image = first(line, List.of("image", "image_url"));
    if (image != null && image.matches(PICTURE)) {
      shown.put("image", image);
    }
    return shown;
  }

  private static void put(Map<String, String> line, String field, @Nullable BigDecimal number) {
    if (number != null) {
      line.put(field, number.toPlainString());
    }
  }

  private static @Nullable BigDecimal number(JsonNode line, String field) {
    var text = first(line, List.of(field));
    return text != null && text.matches(NUMBER) ? new BigDecimal(text) : null;
  }

  private static @Nullable String first(JsonNode line, List<String> fields) {
    return fields.stream()
        .map(line::path)
        .filter(value -> value.isValueNode() && !value.isNull())
        .map(value -> value.asString().strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }
}
