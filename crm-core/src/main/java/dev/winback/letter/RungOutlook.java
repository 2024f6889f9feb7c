package dev.winback.letter;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every rung with what it would do on {@code day} and after it. A large firm's was counted ahead,
 * on {@code countedOn} (null: at this moment), and is {@code stale} when the ladder or its offers
 * have changed since.
 */
public record RungOutlook(
    LocalDate day, @Nullable LocalDate countedOn, boolean stale, List<RungPicture> rungs) {}
