package dev.winback.task;

import java.math.BigDecimal;
import java.util.List;

/**
 * What waits beside the queue: letters to be answered, promises of the next working day (the
 * reminder of the day before), how many promises are broken and still open, and what the returned
 * of today brought and give the member.
 */
public record Waiting(
    List<ReplyRow> replies,
    List<Promise> tomorrow,
    long broken,
    long returned,
    BigDecimal money,
    BigDecimal share,
    String currency) {}
