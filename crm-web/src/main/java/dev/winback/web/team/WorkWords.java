package dev.winback.web.team;

/** Which text says what a row of a list of work is. */
final class WorkWords {

  private WorkWords() {}

  /** Promises are named as tasks are, calls as their outcome, returns as to whom they are owed. */
  static String key(String kind, String what) {
    return switch (kind) {
      case "promises" -> "task.kind." + what;
      case "calls" -> "task.result." + what;
      default -> "credit." + what;
    };
  }
}
