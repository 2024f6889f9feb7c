package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a rung would do on a day: who gets the letter and who does not, because; nothing is written.
 */
@Service
@Transactional(readOnly = true)
public class DryRuns {

  private final LetterPlanning planning;
  private final LetterRows rows;
  private final BusinessClock clock;

  DryRuns(LetterPlanning planning, LetterRows rows, BusinessClock clock) {
    this.planning = planning;
    this.rows = rows;
    this.clock = clock;
  }

  /** Counts of all reasons, and a page of the customers that the filter shows. */
  public DryRun run(DryRunFilter filter, @Nullable String after, int limit, Actor actor) {
    var asked = permitted(filter, actor);
    long seen = Cursor.number(after, 0);
    int surplus = limit == Integer.MAX_VALUE ? limit : limit + 1;
    return new DryRun(
        planning.dryRunCount(asked.rung(), Objects.requireNonNull(asked.day())),
        Paged.of(planning.dryRun(asked, seen, surplus), limit, row -> Cursor.encode(row.lapse())));
  }

  /** All rows of the filter. */
  public void export(DryRunFilter filter, Actor actor, Consumer<Judgement> sink) {
    actor.require(Permission.EXPORT);
    planning.dryRun(permitted(filter, actor), 0, Integer.MAX_VALUE).forEach(sink);
  }

  private DryRunFilter permitted(DryRunFilter filter, Actor actor) {
    actor.require(Permission.READ_LADDER);
    rows.requireRung(filter.rung());
    var day = Objects.requireNonNullElse(filter.day(), clock.today());
    return new DryRunFilter(filter.rung(), day, filter.part(), filter.because());
  }
}
