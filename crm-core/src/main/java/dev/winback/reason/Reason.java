package dev.winback.reason;

import org.jspecify.annotations.Nullable;

/**
 * One reason of the tree; a name of null means the shipped words, a problem of null that the reason
 * says nothing about price or service.
 */
public record Reason(
    String code,
    @Nullable String name,
    Branch branch,
    @Nullable Problem problem,
    boolean shipped,
    boolean retired,
    long version) {}
