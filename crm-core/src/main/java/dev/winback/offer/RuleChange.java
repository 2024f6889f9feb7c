package dev.winback.offer;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The rules of offers as somebody set them; the member is null as delivered. */
public record RuleChange(
    int id, OfferRules rules, @Nullable String member, OffsetDateTime changedAt) {}
