package dev.winback.nightly;

import java.time.LocalDate;
import java.util.function.ToLongFunction;

/**
 * One step of the night: what it does on a day, answering the rows it wrote.
 *
 * @param slices commits by itself, slice after slice
 * @param newestOnly is left out on a missed day that is caught up
 */
record NightStep(
    int position,
    String name,
    boolean slices,
    boolean newestOnly,
    ToLongFunction<LocalDate> work) {}
