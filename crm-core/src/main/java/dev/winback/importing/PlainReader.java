package dev.winback.importing;

import org.jspecify.annotations.Nullable;

/** Reads lines as bytes; null for a line that is to be read as texts. */
@FunctionalInterface
interface PlainReader<T> {

  @Nullable T read(Lines line);
}
