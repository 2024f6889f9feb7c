package dev.winback.web.aftercare;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A row of an answer of the API with whether its customer is in his fragile year (RET-02). */
public record Cared<T>(@JsonUnwrapped T row, boolean fragile) {}
