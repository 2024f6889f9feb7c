package dev.winback.signal;

import dev.winback.shared.Sentence;
import java.time.LocalDate;
import java.util.Map;

/** A signal as a person reads it: the sentence, and the figures behind it as of the last night. */
public record Signal(
    SignalKind kind, LocalDate since, Sentence sentence, Map<String, Object> evidence) {

  /** The sentence for a list of customers who all show the signal. */
  public Sentence why() {
    return kind == SignalKind.STALE_CONTACT
        ? new Sentence(sentence.key() + ".why", sentence.figures())
        : sentence;
  }
}
