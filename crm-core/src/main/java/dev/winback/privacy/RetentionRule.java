package dev.winback.privacy;

/** For how many days a class is kept. */
public record RetentionRule(Retention kind, int days) {}
