package dev.winback.webhook;

import java.util.Map;

/** A message as it leaves now: the address, the signed headers and the body. */
public record DueMessage(
    long delivery, long webhook, String url, Map<String, String> headers, String body) {}
