package dev.winback.script;

/** A short text with a title; {@code version} counts the firm's changes, 0: as shipped. */
public record Phrase(
    PhraseSort sort,
    String code,
    String title,
    String text,
    boolean retired,
    int version,
    boolean shipped) {}
