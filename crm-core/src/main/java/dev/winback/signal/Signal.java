package dev.winback.signal;

import dev.winback.shared.Sentence;
import java.time.LocalDate;
import java.util.Map;

/** A signal as a person reads it: the sentence, and the figures behind it as of the last night. */
public record Signal(
    SignalKind kind, LocalDate since, Sentence sentence, Map<String, Object> evidence) {}
