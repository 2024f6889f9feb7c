package dev.winback.importing;

import dev.winback.customer.Intake;
import dev.winback.shared.Stages.Overtaken;
import dev.winback.shared.Staging;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The overtaken lines in their order, a page in memory at a time. */
class OvertakenLines {

  private static final int PAGE = 10_000;

  private final Run.Tools tools;
  private final Staging staging;
  private final Intake<?> intake;

  private List<Overtaken> page = List.of();
  private int next;
  private long last;
  private boolean ended;

  OvertakenLines(Run.Tools tools, Staging staging, Intake<?> intake) {
    this.tools = tools;
    this.staging = staging;
    this.intake = intake;
  }

  @Nullable Overtaken at(long line) {
    if (next == page.size() && !ended) {
      page = tools.tx().execute(tx -> intake.overtaken(staging, last, PAGE));
      next = 0;
      ended = page.isEmpty();
    }
    if (next == page.size() || page.get(next).line() != line) {
      return null;
    }
    last = line;
    return page.get(next++);
  }
}
