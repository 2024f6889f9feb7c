package dev.winback.aftercare;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer in his fragile year: volumes are net revenue a year, percent is that of the former
 * volume, shares are percent of the firm's turnover before the loss and since the return.
 */
public record FragileRow(
    long lapse,
    String ref,
    String name,
    @Nullable String city,
    @Nullable String owner,
    @Nullable String assignee,
    Stage stage,
    LocalDate returnedOn,
    LocalDate until,
    @Nullable String credit,
    @Nullable String reason,
    boolean guess,
    @Nullable LocalDate restoredOn,
    @Nullable LocalDate yearOn,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal trial,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal beforeYear,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal sinceYear,
    @Nullable Integer percent,
    boolean low,
    String currency,
    @Nullable BigDecimal shareBefore,
    @Nullable BigDecimal shareAfter,
    @Nullable String nextKind,
    @Nullable LocalDate nextOn,
    @Nullable String nextMember) {}
