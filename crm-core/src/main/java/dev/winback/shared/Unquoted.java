package dev.winback.shared;

import java.util.Arrays;

/**
 * A failure in one line of a log without its message, which may quote a customer: what it is, what
 * caused it, and where in our own code it came up, {@code NullPointerException at
 * ShopClock.turn(ShopClock.java:44)}.
 */
public final class Unquoted {

  private static final String OURS = "dev.winback.";

  /** Causes that are named; one that leads back to itself ends there. */
  private static final int DEPTH = 5;

  private Unquoted() {}

  public static String of(Throwable failure) {
    var said = new StringBuilder(failure.getClass().getSimpleName());
    var innermost = failure;
    for (int i = 0; i < DEPTH && innermost.getCause() != null; i++) {
      innermost = innermost.getCause();
      said.append(" by ").append(innermost.getClass().getSimpleName());
    }
    return said.append(place(innermost)).toString();
  }

  private static String place(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OURS) && frame.getLineNumber() > 0)
        .findFirst()
        .map(frame -> " at " + name(frame))
        .orElse("");
  }

  private static String name(StackTraceElement frame) {
    var type = frame.getClassName();
    return "%s.%s(%s:%d)"
        .formatted(
            type.substring(type.lastIndexOf('.') + 1),
            frame.getMethodName(),
            frame.getFileName(),
            frame.getLineNumber());
  }
}
