package dev.winback.customer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports of a customer: only the fields that were said, null where he said "none";
 * whatever has no field of its own is an attribute.
 */
public record CustomerEntry(
    long line,
    String ref,
    Map<CustomerField, @Nullable Object> said,
    Map<String, String> attributes) {}
