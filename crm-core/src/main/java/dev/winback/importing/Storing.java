package dev.winback.importing;

import dev.winback.importing.Feed.Stored;
import dev.winback.importing.Parts.Part;
import dev.winback.shared.Staging;
import dev.winback.shared.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;

/**
 * The end of a run: what is settled is stored, kind by kind and slice by slice. A slice and what is
 * told of it are one transaction: a killed run goes on at the next slice, and its figures are those
 * of an undisturbed one.
 */
class Storing {

  private static final int TRIES = 3;

  private final long id;
  private final Feed feed;
  private final @Nullable Grouped grouped;
  private final Run.Tools tools;
  private final Staging staging;

  Storing(long id, Feed feed, @Nullable Grouped grouped, Run.Tools tools) {
    this.id = id;
    this.feed = feed;
    this.grouped = grouped;
    this.tools = tools;
    staging = Staging.ofRun(id);
  }

  /** Everything was settled and still is: a crash of the database empties the staging tables. */
  boolean ready() {
    return tools.runs().storing(id)
        && tools.parts().of(id).stream().allMatch(part -> tools.parts().staged(id, part));
  }

  /** From here on a killed run goes on where it was; a dry one is over. */
  void begin(List<Stored> settled, boolean dryRun) {
    if (dryRun) {
      tools.ends().dryDone(id, expected(settled));
    } else {
      tools.runs().storing(id, settled.stream().mapToLong(s -> s.settled().slices()).sum());
    }
  }

  /** What a dry run would store, in rows of the file. */
  private Tally expected(List<Stored> settled) {
    var tally = Tally.NONE;
    for (var stored : settled) {
      tally = stored.counts() ? tally.plus(expected(stored)) : tally;
    }
    return tally;
  }

  private Tally expected(Stored stored) {
    return grouped == null
        ? new Tally(stored.settled().created(), stored.settled().changed(), 0)
        : grouped.tally(stored.kind().type(), null);
  }

  void store() {
    for (var part : tools.parts().of(id)) {
      for (int slice = part.slicesDone(); slice < part.slices(); slice++) {
        store(part, slice);
        refreshStatistics(slice);
      }
    }
  }

  /**
   * A slice that met a call being logged on the same lapse is chosen to give way, and one of whose
   * facts another way has stored meanwhile leaves it out: once more.
   */
  private void store(Part part, int slice) {
    if (tools.closing().getAsBoolean()) {
      throw new Superseded();
    }
    for (int tries = 1; ; tries++) {
      try {
        tools.inTransaction(() -> merge(part, slice));
        return;
      } catch (PessimisticLockingFailureException busy) {
        refuse(tries, busy);
      } catch (DuplicateKeyException stored) {
        refuse(tries, stored);
        tools.inTransaction(() -> feed.kind(part.type()).intake().again(staging, slice));
      }
    }
  }

  private static void refuse(int tries, RuntimeException reason) {
    if (tries == TRIES) {
      throw reason;
    }
  }

  private void merge(Part part, int slice) {
    var facts = feed.kind(part.type()).merge(staging, slice, id);
    tools.parts().stored(id, part, facts);
    tools.runs().stored(id, feed.counts(part.type()) ? rows(part, slice, facts) : Tally.NONE);
  }

  /** The rows of the file behind the facts. */
  private Tally rows(Part part, int slice, Tally facts) {
    return grouped == null ? facts : grouped.tally(part.type(), slice);
  }

  /**
   * After the 1st, 2nd, 4th, 8th … slice: a plan made for an empty table reads a full one from end
   * to end (CDNOW: 43 s instead of 8 s).
   */
  private void refreshStatistics(int slice) {
    if (Integer.bitCount(slice + 1) == 1) {
      tools.inTransaction(() -> tools.stages().refreshStatistics());
    }
  }
}
