package dev.winback.audience;

import dev.winback.shared.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is in the audience: lost, won back or all of the customers, from a place; null means any. */
public record AudienceFilter(String who, @Nullable String city, @Nullable Integer olderThan) {

  private static final int OLDEST = 120;

  public static final List<String> WHO = List.of("lost", "returned", "all");

  /** From the words of a URL; what is no word of ours means the lost. */
  public static AudienceFilter of(
      @Nullable String who, @Nullable String city, @Nullable Integer olderThan) {
    if (olderThan != null && (olderThan < 0 || olderThan > OLDEST)) {
      throw Refused.field("older", "audience.refused.older", OLDEST);
    }
    return new AudienceFilter(
        who != null && WHO.contains(who) ? who : "lost",
        city == null || city.isBlank() ? null : city.strip(),
        olderThan);
  }

  Map<String, Object> params() {
    var params = new HashMap<String, Object>();
    params.put("lost", who.equals("lost") ? true : null);
    params.put("returned", who.equals("returned") ? true : null);
    params.put("city", city);
    params.put("older", olderThan);
    return params;
  }
}
