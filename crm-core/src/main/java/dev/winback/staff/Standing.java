package dev.winback.staff;

import dev.winback.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * How a member stands in the team: seniority, calls a day that are planned for him (0 to 200), the
 * branch he works for, and by login who stands in for him.
 */
public record Standing(
    Seniority seniority, int capacity, @Nullable String region, @Nullable String deputy) {

  private static final int MOST_CALLS = 200;
  private static final int LONGEST_REGION = 80;

  public Standing {
    if (capacity < 0 || capacity > MOST_CALLS) {
      throw Refused.field("capacity", "team.refused.capacity", MOST_CALLS, capacity);
    }
    region = blankToNull(region);
    deputy = blankToNull(deputy);
    if (region != null && region.length() > LONGEST_REGION) {
      throw Refused.field("region", "team.refused.region", LONGEST_REGION);
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
