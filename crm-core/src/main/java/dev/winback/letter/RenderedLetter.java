package dev.winback.letter;

/** A letter as its reader gets it: kept with the letter, so that what was sent can be shown. */
public record RenderedLetter(String subject, String html, String text) {}
