package dev.winback.task;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a member meets or calls a customer (CAL-28): at a time, or for the whole day when none was
 * agreed; name and phone only for the member himself.
 */
public record Appointment(
    long task,
    String kind,
    LocalDate day,
    @Nullable Instant at,
    @Nullable String place,
    String ref,
    String name,
    @Nullable String phone,
    long version) {}
