package dev.winback.staff;

/** Key of a member. */
public record MemberId(long value) {

  public static MemberId valueOf(String text) {
    return new MemberId(Long.parseLong(text));
  }
}
