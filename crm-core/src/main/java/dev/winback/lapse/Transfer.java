package dev.winback.lapse;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Refused;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a manager hands over to the member with this login, and why: open losses, and customers with
 * them or alone; {@code override} is his reason where a rule stands against it.
 */
public record Transfer(
    List<LapseId> lapses,
    List<CustomerId> customers,
    String to,
    String reason,
    @Nullable String override) {

  private static final int LONGEST = 500;

  void check() {
    if (lapses.isEmpty() && customers.isEmpty()) {
      throw new Refused("team.refused.nothing");
    }
    if (reason.isBlank()) {
      throw Refused.field("reason", "refused.lapse.reason");
    }
    if (reason.length() > LONGEST) {
      throw Refused.field("reason", "task.refused.too-long", LONGEST, reason.length());
    }
  }
}
