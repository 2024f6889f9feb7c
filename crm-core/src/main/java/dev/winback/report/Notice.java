package dev.winback.report;

/**
 * What every page warns of: the demo firm, stopped sending, a relay that needs somebody; and for
 * who sends letters: announcements that the database lost, a stopped rung, a used quota, a trial;
 * {@code unseen}: the first files were loaded and no night has looked at them.
 */
public record Notice(
    boolean demo,
    boolean sendingStopped,
    boolean needsPerson,
    boolean relayPaused,
    boolean announcementsMissing,
    boolean rungPaused,
    boolean quotaUsed,
    boolean trial,
    boolean unseen) {

  /** True when there is anything to show. */
  public boolean any() {
    return demo || sendingStopped || needsPerson || relayPaused || unseen || sending();
  }

  /** True when there is anything for who sends letters. */
  public boolean sending() {
    return announcementsMissing || rungPaused || quotaUsed || trial;
  }
}
