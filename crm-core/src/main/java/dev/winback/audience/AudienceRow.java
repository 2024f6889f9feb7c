package dev.winback.audience;

import org.jspecify.annotations.Nullable;

/**
 * One customer as an advertiser gets him: SHA-256 of the address in lower case and of the telephone
 * number in E.164, and what is known of place, age and interests; neither name nor number.
 */
public record AudienceRow(
    long id,
    @Nullable String emailHash,
    @Nullable String phoneHash,
    @Nullable String city,
    @Nullable String country,
    @Nullable Integer age,
    @Nullable String interests,
    @Nullable String asked) {}
