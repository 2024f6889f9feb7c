package dev.winback.webhook;

/** An address with a new secret, which is told this once. */
public record MadeWebhook(long id, String url, String secret) {}
