package dev.winback.web.signal;

import dev.winback.signal.Limit;
import dev.winback.signal.Limits;
import dev.winback.signal.SignalKind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Limits as the fields of a form, and back. */
final class LimitsFields {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS =
      new TypeReference<>() {};

  private LimitsFields() {}

  static Map<String, @Nullable String> of(Limits limits) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    JSON.convertValue(limits, FIELDS).forEach((name, value) -> fields.put(name, text(value)));
    return fields;
  }

  private static String text(@Nullable Object value) {
    if (value instanceof java.util.Collection<?> many) {
      return many.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value == null ? "" : value.toString();
  }

  /** A rule whose box is not ticked is off. */
  static Map<String, @Nullable String> read(Map<String, String> form, List<String> on) {
    var fields = new LinkedHashMap<String, @Nullable String>();
    fields.put("classes", form.getOrDefault("classes", ""));
    for (var limit : Limit.values()) {
      fields.put(limit.field(), form.getOrDefault(limit.field(), ""));
    }
    fields.put(
        "off",
        Arrays.stream(SignalKind.values())
            .filter(kind -> kind != SignalKind.STALE_CONTACT)
            .map(SignalKind::code)
            .filter(code -> !on.contains(code))
            .collect(Collectors.joining(",")));
    return fields;
  }
}
