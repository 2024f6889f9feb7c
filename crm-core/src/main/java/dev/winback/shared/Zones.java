package dev.winback.shared;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time zones by name, as files and people write them. */
public final class Zones {

  private Zones() {}

  /** The other one where none is named, or one that does not exist. */
  public static ZoneId of(@Nullable String name, ZoneId otherwise) {
    try {
      return name == null || name.isBlank() ? otherwise : ZoneId.of(name.strip());
    } catch (DateTimeException unknown) {
      return otherwise;
    }
  }

  /** Those one can choose: of regions, which know when the clocks change. */
  public static List<String> names() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(
            name ->
                name.matches(
                    "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
        .sorted()
        .toList();
  }
}
