package dev.winback.report;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened; the kinds are those of {@link Timeline#KINDS}. The anchor is its address
 * on the page; what {@code second} and {@code later} tell of each kind stands in timeline.sql.
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
    @Nullable Long link,
    @Nullable BigDecimal second,
    @Nullable OffsetDateTime later) {}
