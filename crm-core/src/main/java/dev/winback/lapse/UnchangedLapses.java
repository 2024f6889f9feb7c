package dev.winback.lapse;

import dev.winback.shared.NotFound;
import dev.winback.shared.Outdated;
import dev.winback.staff.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Acts on a lapse as long as it is the one that somebody has read before. */
@Service
@Transactional
public class UnchangedLapses {

  private final LapseRepository lapses;
  private final Lapses door;

  UnchangedLapses(LapseRepository lapses, Lapses door) {
    this.lapses = lapses;
    this.door = door;
  }

  /** The act in one transaction with the check; version null: whatever the lapse is now. */
  public void act(LapseId id, @Nullable Long version, Actor actor, Runnable act) {
    if (version == null) {
      act.run();
      return;
    }
    door.requireVisible(id, actor);
    var lapse = lapses.findById(id.value()).orElseThrow(() -> new NotFound("lapse"));
    if (lapse.version() != version) {
      throw new Outdated();
    }
    try {
      act.run();
    } catch (OptimisticLockingFailureException meanwhile) {
      throw new Outdated();
    }
  }
}
