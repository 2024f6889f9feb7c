package dev.winback.report;

import java.util.stream.Stream;

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

  /** How many of them everybody is shown. */
  public long ofAll() {
    return count(demo, sendingStopped, needsPerson, relayPaused, unseen);
  }

  /** How many there are for who sends letters. */
  public long ofSending() {
    return count(announcementsMissing, rungPaused, quotaUsed, trial);
  }

  /** No letter leaves until a person has done something. */
  public boolean stuck() {
    return sendingStopped || needsPerson;
  }

  /** As {@link #stuck}, by what only who sends letters is shown. */
  public boolean sendingStuck() {
    return announcementsMissing || rungPaused;
  }

  private static long count(Boolean... shown) {
    return Stream.of(shown).filter(s -> s).count();
  }
}
