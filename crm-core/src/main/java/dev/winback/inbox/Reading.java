package dev.winback.inbox;

import dev.winback.letter.TrackedLinks;

/**
 * What became of the letters of a rung: how many left, came back and were called spam, how many
 * readers opted out, and of how many we were told that they were opened (which proves little) or
 * that a person followed a link, each of the letters that could tell.
 */
public record Reading(
    int rung,
    long sent,
    long returned,
    long complained,
    long optedOut,
    long opened,
    long clicked,
    long tellsOpens,
    long tellsClicks) {

  /** Whether its letters can carry the picture that tells of their opening. */
  public boolean canTell() {
    return TrackedLinks.canTell(rung);
  }
}
