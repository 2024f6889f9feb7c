package dev.winback.category;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Settings with who made them and when; nobody made those that were delivered. */
public record SettingChange(
    int id, CategorySettings settings, @Nullable String member, OffsetDateTime changedAt) {}
