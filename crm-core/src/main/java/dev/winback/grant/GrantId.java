package dev.winback.grant;

/** Key of an offer that was asked for or given. */
public record GrantId(long value) {

  public static GrantId valueOf(String text) {
    return new GrantId(Long.parseLong(text));
  }
}
