package dev.winback.script;

import org.jspecify.annotations.Nullable;

/** One step of a script: what to say, and what not to do while saying it. */
public record Passage(Step step, String text, @Nullable String dont) {}
