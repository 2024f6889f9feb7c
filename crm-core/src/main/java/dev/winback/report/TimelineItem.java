package dev.winback.report;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened: kind {@code purchase}, {@code contact}, {@code letter} or {@code event};
 * the anchor is its address on the page.
 */
public record TimelineItem(
    String anchor,
    OffsetDateTime at,
    String kind,
    String what,
    @Nullable String channel,
    @Nullable BigDecimal amount,
    @Nullable String currency,
    @Nullable String detail,
    @Nullable String member,
    @Nullable String note,
    @Nullable Long letter) {}
