package dev.winback.signal;

import dev.winback.shared.Sentence;
import java.time.LocalDate;
import java.util.Map;

/**
 * A signal as a person reads it: the sentence, and the figures behind it as of the last night; a
 * weak one is a reason to watch and no loss by itself.
 */
public record Signal(
    SignalKind kind,
    LocalDate since,
    boolean weak,
    Sentence sentence,
    Map<String, Object> evidence) {

  /** The sentence for a list of customers who all show the signal. */
  public Sentence why() {
    return kind == SignalKind.STALE_CONTACT
        ? new Sentence(sentence.key() + ".why", sentence.figures())
        : sentence;
  }
}
