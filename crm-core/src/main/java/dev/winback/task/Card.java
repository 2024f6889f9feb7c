package dev.winback.task;

import dev.winback.shared.Sentence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person needs before and during a call: {@code times} are concrete ones to propose
 * (CAL-04), {@code form} makes sending the card twice one call.
 */
public record Card(
    TaskRow task,
    CardFacts facts,
    List<Sentence> signals,
    List<StoryItem> story,
    @Nullable String draft,
    @Nullable Instant savedAt,
    List<FreeTime> times,
    String form) {

  /** Whether somebody should look at the contact data before the call (DET-24). */
  public boolean stale() {
    return signals.stream().anyMatch(sentence -> sentence.key().equals("signal.stale-contact"));
  }
}
