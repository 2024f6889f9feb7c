package dev.winback.importing;

import dev.winback.importing.Feed.Stored;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;

/** The end of a run: what is settled is stored, kind by kind and slice by slice. */
class Storing {

  private static final int TRIES = 3;

  private final long id;
  private final Staging staging;
  private final @Nullable Grouped grouped;
  private final Run.Tools tools;

  Storing(long id, Staging staging, @Nullable Grouped grouped, Run.Tools tools) {
    this.id = id;
    this.staging = staging;
    this.grouped = grouped;
    this.tools = tools;
  }

  /** What a dry run would store, in rows of the file. */
  Tally expected(List<Stored> settled) {
    var tally = Tally.NONE;
    for (var stored : settled) {
      tally = stored.counts() ? tally.plus(expected(stored)) : tally;
    }
    return tally;
  }

  private Tally expected(Stored stored) {
    if (grouped == null) {
      return new Tally(stored.settled().created(), stored.settled().changed(), 0);
    }
    return Objects.requireNonNull(
        tools.tx().execute(tx -> grouped.tally(stored.kind().type(), null)));
  }

  Tally store(List<Stored> settled) {
    var tally = Tally.NONE;
    for (var stored : settled) {
      for (int slice = 0; slice < stored.settled().slices(); slice++) {
        var merged = merged(stored, slice);
        tally = stored.counts() ? tally.plus(merged) : tally;
        refreshStatistics(slice);
        tools.runs().counted(id, tally, 0);
      }
    }
    return tally;
  }

  /** A slice that met a call being logged on the same lapse is chosen to give way: once more. */
  private Tally merged(Stored stored, int slice) {
    for (int tries = 1; ; tries++) {
      try {
        return Objects.requireNonNull(tools.tx().execute(tx -> merge(stored, slice)));
      } catch (PessimisticLockingFailureException busy) {
        if (tries == TRIES) {
          throw busy;
        }
      }
    }
  }

  private Tally merge(Stored stored, int slice) {
    var facts = stored.kind().intake().merge(staging, slice, id);
    return grouped == null || !stored.counts() ? facts : grouped.tally(stored.kind().type(), slice);
  }

  /**
   * After the 1st, 2nd, 4th, 8th … slice: a plan made for an empty table reads a full one from end
   * to end (CDNOW: 43 s instead of 8 s).
   */
  private void refreshStatistics(int slice) {
    if (Integer.bitCount(slice + 1) == 1) {
      tools.tx().executeWithoutResult(tx -> tools.stages().refreshStatistics());
    }
  }
}
