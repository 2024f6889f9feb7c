package dev.winback.script;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The call that a script is for: the reason of the loss as far as it is known, the kind of work
 * (the code of a task's kind, or {@code voicemail}), the style (null: the firm's), a number that
 * chooses the tip, and what fills the blanks.
 */
public record Situation(
    @Nullable String reason,
    String work,
    @Nullable Style style,
    long number,
    Map<Blank, String> known) {}
