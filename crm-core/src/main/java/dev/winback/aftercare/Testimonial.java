package dev.winback.aftercare;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A testimonial as it stands: may be published as long as {@code published} says so. */
public record Testimonial(
    long id,
    long lapse,
    String ref,
    String name,
    @Nullable String city,
    String state,
    @Nullable String words,
    @Nullable String signature,
    @Nullable LocalDate publishUntil,
    boolean published,
    String member,
    OffsetDateTime toldAt) {}
