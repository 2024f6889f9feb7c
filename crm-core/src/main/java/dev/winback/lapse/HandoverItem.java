package dev.winback.lapse;

import org.jspecify.annotations.Nullable;

/**
 * One thing of a handover: {@code customer}, {@code lapse} or {@code promise}, whose, and to whom.
 */
public record HandoverItem(
    String kind, String ref, String customer, @Nullable Long lapse, @Nullable String to) {}
