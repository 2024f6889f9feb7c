package dev.winback.letter;

import org.jspecify.annotations.Nullable;

/**
 * Where a letter stands in a list: its neighbours (null: there is none), and its number from 1 on,
 * as far as lists are counted; null for one that is not in it any more.
 */
public record LetterPlace(
    @Nullable LetterId previous, @Nullable LetterId next, @Nullable Integer number) {}
