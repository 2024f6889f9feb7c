package dev.winback.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Sees a history on a day: evidence or nothing. */
interface Rule {

  @Nullable Evidence see(History history, LocalDate day);
}
