package dev.winback.lapse;

import org.jspecify.annotations.Nullable;

/** Which lapses a list shows: by stage, by the customer's number, by the assignee's login. */
public record LapseFilter(@Nullable Stage stage, @Nullable String ref, @Nullable String assignee) {

  public static final LapseFilter NONE = new LapseFilter(null, null, null);
}
