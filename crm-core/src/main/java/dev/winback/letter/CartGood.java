package dev.winback.letter;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One good of a cart as a reminder shows it: how many of it, the price of one in the currency of
 * the cart as it is written, and an https address of its picture.
 */
public record CartGood(
    String name, @Nullable BigDecimal quantity, @Nullable String price, @Nullable String image) {}
