package dev.winback.importing;

/** The currency of most orders of a file, which is not the one in which the firm counts. */
public record ForeignMoney(String currency, String firm) {}
