package dev.winback.task;

/** Key of a task. */
public record TaskId(long value) {

  public static TaskId valueOf(String text) {
    return new TaskId(Long.parseLong(text));
  }
}
