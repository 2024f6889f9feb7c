package dev.winback.aftercare;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/** Which contacts with good customers somebody asks for: of a kind, for one occasion, or all. */
public record GoodFilter(@Nullable String kind, @Nullable Long occasion) {

  public static final GoodFilter ALL = new GoodFilter(null, null);

  public static GoodFilter of(@Nullable String kind) {
    return new GoodFilter(kind, null);
  }

  /** Null for all kinds; refused when it is none, before a file is begun. */
  public @Nullable String asked() {
    var asked = kind == null || kind.isBlank() ? null : kind.strip();
    if (asked != null && !GoodLists.KINDS.contains(asked)) {
      throw Refused.field(
          "kind", "aftercare.refused.show", asked, String.join(", ", GoodLists.KINDS));
    }
    return asked;
  }
}
