package dev.winback.view;

/** A list as somebody wants to keep it; the query as it stands in the address. */
public record NewView(String name, String path, String query, boolean shared) {}
