package dev.winback.value;

import org.jspecify.annotations.Nullable;

/** A customer on whom the models are fitted, and what kind of buyer he is. */
record Sampled(@Nullable String kind, PurchaseDays days) {}
