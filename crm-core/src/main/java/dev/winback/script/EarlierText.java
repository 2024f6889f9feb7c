package dev.winback.script;

import java.time.OffsetDateTime;

/** What a text said until a member changed it. */
public record EarlierText(String title, String words, String by, OffsetDateTime at) {}
