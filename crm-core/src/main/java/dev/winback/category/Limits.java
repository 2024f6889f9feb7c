package dev.winback.category;

/** The limits of the last night with the settings and the currency they were found by. */
record Limits(int setting, String currency, Cuts cuts) {}
