package dev.winback.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A business event and the losses whose silence began within 30 days of it, in number and money a
 * year; {@code usual} is how many began in as many days of the year before.
 */
public record EventRow(
    long id,
    LocalDate day,
    String kind,
    String title,
    @Nullable String member,
    long losses,
    BigDecimal money,
    BigDecimal usual,
    boolean mass) {}
