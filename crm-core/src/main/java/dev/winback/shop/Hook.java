package dev.winback.shop;

import org.jspecify.annotations.Nullable;

/**
 * A webhook as it came in: signature, topic, number of the delivery and the shop's name as its
 * headers say, the body byte by byte as it was signed.
 */
public record Hook(
    ShopSystem system,
    @Nullable String signature,
    @Nullable String topic,
    @Nullable String delivery,
    @Nullable String sender,
    byte[] body) {}
