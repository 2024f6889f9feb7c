package dev.winback.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The position in a keyset-paged list: the sort values of the last row seen, opaque to the outside.
 */
public record Cursor(List<String> values) {

  private static final String SEPARATOR = "\u001f";

  public static String encode(Object... values) {
    var text = new StringBuilder();
    for (var value : values) {
      text.append(text.isEmpty() ? "" : SEPARATOR).append(value);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Null for no cursor; refused when it is none of ours or has another number of values. */
  public static @Nullable Cursor decode(@Nullable String cursor, int values) {
    if (cursor == null || cursor.isBlank()) {
      return null;
    }
    try {
      var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      var parts = List.of(text.split(SEPARATOR, -1));
      if (parts.size() == values) {
        return new Cursor(parts);
      }
    } catch (IllegalArgumentException notBase64) {
      // falls through to the refusal
    }
    throw Refused.field("after", "refused.cursor");
  }
}
