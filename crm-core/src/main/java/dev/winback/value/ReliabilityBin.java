package dev.winback.value;

/**
 * A group of customers of about the same chance: what the model promised on average and the share
 * that came.
 */
public record ReliabilityBin(int customers, double promised, double came) {}
