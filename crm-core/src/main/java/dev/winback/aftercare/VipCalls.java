package dev.winback.aftercare;

/**
 * What a month still owes its VIPs (CAL-32): how many nobody has talked to, how many of these have
 * nobody who calls them, the working days left, how many a day that makes, and whether the night
 * plans none.
 */
public record VipCalls(long waiting, long nobodys, int days, long aDay, boolean off) {}
