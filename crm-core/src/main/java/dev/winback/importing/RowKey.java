package dev.winback.importing;

import dev.winback.shared.Sha256;
import java.util.Arrays;
import java.util.Base64;
import java.util.TreeSet;

/**
 * The key of a row that has no id of its own: 16 bytes of SHA-256 over its filled cells, also over
 * those of columns that we do not know: two lines of one invoice may differ in them alone.
 */
final class RowKey {

  private static final int BYTES = 16;

  private RowKey() {}

  static String of(Cells cells, ImportType type) {
    var text = new StringBuilder();
    type.required().forEach(column -> add(text, cells, column));
    type.optional().forEach(column -> add(text, cells, column));
    var others = new TreeSet<>(cells.columns().keySet());
    others.removeIf(type::knows);
    others.forEach(column -> add(text, cells, column));
    var hash = Sha256.of(text.toString());
    return "row-"
        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
  }

  private static void add(StringBuilder text, Cells cells, String column) {
    var value = cells.get(column);
    if (value != null) {
      text.append(column).append('\u001f').append(value).append('\u001e');
    }
  }
}
