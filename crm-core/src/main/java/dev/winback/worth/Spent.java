package dev.winback.worth;

import dev.winback.shared.Money;

/**
 * What was spent on one loss up to now: it is gone whatever is decided, and on no scale (DEC-17).
 */
public record Spent(int calls, int letters, Money money) {}
