package dev.winback.letter;

/** A customer to try a letter on, and why he is a good test of it. */
public record PreviewCustomer(String kind, String ref, String name) {}
