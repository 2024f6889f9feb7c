package dev.winback.lapse;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an outcome may change of a lapse, as it was before: an undo puts it back. */
public record LapseState(LapseId id, Stage stage, @Nullable LocalDate lettersRestUntil) {}
