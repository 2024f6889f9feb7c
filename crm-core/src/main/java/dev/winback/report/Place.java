package dev.winback.report;

import org.jspecify.annotations.Nullable;

/**
 * Where a record stands in a list: its neighbours as the ids of their pages (null: there is none),
 * and its number from 1 on, as far as lists are counted; null for one that is not in it any more.
 */
public record Place(@Nullable String previous, @Nullable String next, @Nullable Integer number) {}
