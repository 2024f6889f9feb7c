package dev.winback.inbox;

import dev.winback.letter.LetterId;
import dev.winback.letter.Severity;
import org.jspecify.annotations.Nullable;

/** What came of something that came back. */
record Found(String state, @Nullable LetterId letter, @Nullable Severity severity) {

  static final String DONE = "done";
  static final String IGNORED = "ignored";
  static final String UNMATCHED = "unmatched";
  static final String DISMISSED = "dismissed";
  static final Found NOTHING = new Found(UNMATCHED, null, null);

  static Found done(Match match) {
    return new Found(DONE, match.id(), null);
  }
}
