package dev.winback.bulk;

/** Doing a job, or taking it back: which rows are looked at, and what they become. */
enum Way {
  DO("running", "waiting", "done", "refused", "done"),
  UNDO("undoing", "done", "undone", "kept", "undone");

  private final String working;
  private final String from;
  private final String to;
  private final String not;
  private final String end;

  Way(String working, String from, String to, String not, String end) {
    this.working = working;
    this.from = from;
    this.to = to;
    this.not = not;
    this.end = end;
  }

  static Way of(BulkJob.State state) {
    return state == BulkJob.State.UNDOING ? UNDO : DO;
  }

  /** State of the job meanwhile. */
  String working() {
    return working;
  }

  /** Outcome of the rows that wait for it. */
  String from() {
    return from;
  }

  String to() {
    return to;
  }

  /** Outcome of a row that a rule forbids. */
  String not() {
    return not;
  }

  /** State of the job afterwards. */
  String end() {
    return end;
  }
}
