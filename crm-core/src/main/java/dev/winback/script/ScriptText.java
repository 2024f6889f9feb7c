package dev.winback.script;

import org.jspecify.annotations.Nullable;

/**
 * One text: for a reason, a kind of work and a style, each null where it does not matter; {@code
 * changed} when the firm has written over the shipped words.
 */
public record ScriptText(
    long id,
    TextKind kind,
    String code,
    @Nullable String reason,
    @Nullable String work,
    @Nullable Style style,
    String title,
    String words,
    boolean shipped,
    boolean changed,
    boolean retired,
    long version) {}
