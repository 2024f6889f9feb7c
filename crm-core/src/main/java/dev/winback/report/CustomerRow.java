package dev.winback.report;

import dev.winback.lapse.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the list; stage is that of the latest lapse, null before the first; standing is the
 * stage too, or WATCH, ACTIVE or PROSPECT for who has no lapse, and null before the first night.
 * Who never bought has no category; its value is told where it gives the order.
 */
public record CustomerRow(
    long id,
    String ref,
    String name,
    @Nullable String kind,
    @Nullable String city,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String note,
    @Nullable String owner,
    @Nullable Integer purchases,
    @Nullable LocalDate lastPurchase,
    @Nullable BigDecimal revenue,
    @Nullable BigDecimal valueYear,
    @Nullable BigDecimal rhythmDays,
    @Nullable String currency,
    @Nullable Stage stage,
    @Nullable String standing,
    String sortName,
    @Nullable String abc,
    @Nullable String xyz,
    @Nullable Boolean vip,
    @Nullable Integer priorityGroup,
    @Nullable BigDecimal categoryValue,
    boolean fragile) {}
