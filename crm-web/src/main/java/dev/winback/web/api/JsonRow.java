package dev.winback.web.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An object of a body as the row of a file would tell it: every value as text, null as nothing, a
 * list with commas.
 */
public final class JsonRow {

  private JsonRow() {}

  public static Map<String, String> of(JsonNode object) {
    var row = new LinkedHashMap<String, String>();
    for (var field : object.properties()) {
      row.put(field.getKey(), text(field.getValue()));
    }
    return row;
  }

  private static String text(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
      return value.valueStream().map(JsonRow::text).collect(Collectors.joining(", "));
    }
    return value.isNumber()
        ? value.decimalValue().toPlainString()
        : value.isValueNode() ? value.asString() : value.toString();
  }
}
