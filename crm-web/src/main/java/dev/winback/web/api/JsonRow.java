package dev.winback.web.api;

import dev.winback.shared.Refused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An object of a body as the row of a file would tell it: every value as text, null as nothing, a
 * list with commas.
 */
public final class JsonRow {

  private static final Set<String> LISTS = Set.of("items", "removed");
  private static final Pattern HUMP = Pattern.compile("([a-z])([A-Z])");

  /** Written out only if short: of 1e999999999 it would be a gigabyte. */
  private static final Pattern EXPONENT = Pattern.compile("-?[0-9.]+E[+-]?\\d{1,2}");

  private JsonRow() {}

  public static Map<String, String> of(JsonNode object) {
    var row = new LinkedHashMap<String, String>();
    for (var field : object.properties()) {
      requireValue(field.getKey(), field.getValue());
      row.put(field.getKey(), text(field.getValue()));
    }
    return row;
  }

  /** The same under the columns of files: {@code firstName} is {@code first_name}. */
  public static Map<String, String> columns(JsonNode body) {
    if (!body.isObject()) {
      throw Refused.field("body", "customer.refused.body");
    }
    var columns = new LinkedHashMap<String, String>();
    of(body)
        .forEach(
            (name, value) ->
                columns.put(
                    HUMP.matcher(name).replaceAll("$1_$2").toLowerCase(Locale.ROOT), value));
    return columns;
  }

  /** Only what is in a purchase or a cart is a list. */
  private static void requireValue(String name, JsonNode value) {
    if (value.isContainer() && !LISTS.contains(name.toLowerCase(Locale.ROOT))) {
      throw Refused.field(name, "refused.facts-value", name);
    }
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
      return value.valueStream().map(JsonRow::text).collect(Collectors.joining(", "));
    }
    var text = value.isValueNode() ? value.asString() : value.toString();
    return value.isNumber() && EXPONENT.matcher(text).matches()
        ? new BigDecimal(text).toPlainString()
        : text;
  }
}
