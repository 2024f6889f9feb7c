package dev.winback.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Sees a history on a day: evidence or nothing. */
interface Rule {

  /** The signal it looks for. */
  SignalKind kind();

  @Nullable Evidence see(History history, LocalDate day);

  /** True when it can see something in a history without any purchase. */
  default boolean ofProspects() {
    return false;
  }
}
