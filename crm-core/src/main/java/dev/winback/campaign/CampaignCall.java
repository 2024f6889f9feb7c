package dev.winback.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to a customer of a campaign's list: by whom, when, what came of it, and whether it was a
 * talk.
 */
public record CampaignCall(
    long id,
    long lapse,
    String ref,
    String name,
    String member,
    Instant calledAt,
    String result,
    @Nullable String detail,
    boolean talked) {

  /** The line that was pressed, which may say more than the result. */
  public String said() {
    return detail == null ? result : detail;
  }
}
