package dev.winback.web.layout;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody changed in a form of many rows: beside each field stands, as {@code was.}, what it
 * showed, so that a page that is old takes back nothing that others have changed meanwhile.
 */
public final class ChangedFields {

  private static final String BEFORE = "was.";

  private ChangedFields() {}

  /** The changed fields whose names begin so, under the rest of their names. */
  public static Map<String, String> of(Map<String, String> form, String prefix) {
    var changed = new LinkedHashMap<String, String>();
    form.forEach(
        (name, typed) -> {
          if (name.startsWith(prefix) && !same(typed, form.getOrDefault(BEFORE + name, ""))) {
            changed.put(name.substring(prefix.length()), typed);
          }
        });
    return changed;
  }

  private static boolean same(String typed, String shown) {
    return typed.replace("\r", "").strip().equals(shown.replace("\r", "").strip());
  }
}
