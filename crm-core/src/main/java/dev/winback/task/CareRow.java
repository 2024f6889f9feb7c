package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A customer whose number and address are to be looked at (OPS-05), and why; the weight is his
 * money a year in the currency.
 */
public record CareRow(
    CustomerId customer,
    String ref,
    String name,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String city,
    @Nullable String country,
    BigDecimal weight,
    String currency,
    Sentence why) {}
