package dev.winback.signal;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The limits as they are shipped, with some of them changed. */
final class TestLimits {

  private static final LimitsForm FORM = new LimitsForm(JsonMapper.builder().build());

  private TestLimits() {}

  static Limits with(String name, Object value) {
    return FORM.read(Limits.DEFAULT, Map.of(name, value));
  }

  static Limits with(Map<String, ?> values) {
    return FORM.read(Limits.DEFAULT, values);
  }
}
