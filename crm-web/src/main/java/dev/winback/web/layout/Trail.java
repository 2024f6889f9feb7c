package dev.winback.web.layout;

import org.jspecify.annotations.Nullable;

/**
 * The list a record was opened from, and the records before and after it there: their addresses,
 * null at an end; its number and their count as they are shown.
 */
public record Trail(
    String list,
    String name,
    @Nullable String previous,
    @Nullable String next,
    @Nullable Integer number,
    int count) {}
