package dev.winback.web.api;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of records as entity tags, and what a caller says of them in {@code If-Match}. */
public final class IfMatch {

  private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  private IfMatch() {}

  /** Null: whatever the record is now; a tag that is none of ours can match nothing. */
  public static @Nullable Long version(@Nullable String tag) {
    if (tag == null || tag.strip().equals("*")) {
      return null;
    }
    var ours = TAG.matcher(tag.strip());
    return ours.matches() ? Long.parseLong(ours.group(1)) : -1L;
  }

  public static String tag(long version) {
    return "\"" + version + "\"";
  }
}
