package dev.winback.shared;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Time zones by name, as files and people write them. */
public final class Zones {

  private static final int HOUR = 3600;

  private static final int WESTMOST = -12;
  private static final int EASTMOST = 14;

  /** The database takes these for abbreviations, which know no summer; as tzdata links them. */
  private static final Map<String, String> REGIONS =
      Map.of(
          "CET", "Europe/Brussels",
          "MET", "Europe/Brussels",
          "EET", "Europe/Athens",
          "WET", "Europe/Lisbon");

  private Zones() {}

  /**
   * The zone of this name under an id that the database reads as we do, or null. It takes {@code
   * UTC+3} for a zone of POSIX, which lies west; {@code Etc/GMT-3} is the same to both.
   */
  public static @Nullable ZoneId taken(String name) {
    try {
      return alike(ZoneId.of(REGIONS.getOrDefault(name, name)));
    } catch (DateTimeException unknown) {
      return null;
    }
  }

  /** The firm's zone under such an id; one that has none stops the start. */
  public static ZoneId firm(ZoneId zone) {
    var taken = taken(zone.getId());
    if (taken == null) {
      throw new WrongSetting(
          "winback.zone", "\"" + zone.getId() + "\"", "a time zone such as Europe/Berlin");
    }
    return taken;
  }

  private static @Nullable ZoneId alike(ZoneId zone) {
    if (zone.getId().startsWith("SystemV/")) {
      return null;
    }
    return zone.normalized() instanceof ZoneOffset offset && zone.getId().indexOf('/') < 0
        ? whole(offset.getTotalSeconds())
        : zone;
  }

  private static @Nullable ZoneId whole(int seconds) {
    int hours = seconds / HOUR;
    if (seconds % HOUR != 0 || hours < WESTMOST || hours > EASTMOST) {
      return null;
    }
    return ZoneId.of(hours == 0 ? "UTC" : String.format(Locale.ROOT, "Etc/GMT%+d", -hours));
  }

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
