package dev.winback.demo;

import org.jspecify.annotations.Nullable;

/** An invented person as the generator made him; a consent of null is neither yes nor no. */
record DemoCustomer(
    String ref,
    String firstName,
    String lastName,
    @Nullable String company,
    @Nullable String email,
    @Nullable String phone,
    String city,
    String country,
    String language,
    String zone,
    @Nullable String channel,
    @Nullable String owner,
    @Nullable Boolean consent) {}
