package dev.winback.lapse;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** After a hot conflict: no first contact before a day, by telephone or by letter (DEC-36). */
@Service
@Transactional
public class Pauses {

  private static final int LONGEST_DAYS = 90;

  private final LapseRepository lapses;
  private final Lapses visible;
  private final LapseReading reading;
  private final LapseLog log;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Pauses(
      LapseRepository lapses,
      Lapses visible,
      LapseReading reading,
      LapseLog log,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.lapses = lapses;
    this.visible = visible;
    this.reading = reading;
    this.log = log;
    this.clock = clock;
    this.events = events;
  }

  /** Until when; empty when he may be called at once. */
  @Transactional(readOnly = true)
  public @Nullable LocalDate until(LapseId id, Actor actor) {
    visible.requireVisible(id, actor);
    var until = reading.notBefore(id);
    return until != null && until.isAfter(clock.today()) ? until : null;
  }

  /** Begins or moves the pause; a call that was planned for an earlier day waits until then. */
  public void pause(LapseId id, LocalDate until, Actor actor) {
    requireWork(id, actor);
    if (!until.isAfter(clock.today()) || until.isAfter(clock.today().plusDays(LONGEST_DAYS))) {
      throw Refused.field("until", "team.refused.pause", LONGEST_DAYS);
    }
    change(id, until, actor, "paused", Map.of("until", until.toString()));
    events.publishEvent(new LapsePaused(id, until));
  }

  /** Ends it; what waited for its end is due today. */
  public void end(LapseId id, Actor actor) {
    requireWork(id, actor);
    change(id, null, actor, "pause-ended", Map.of());
    events.publishEvent(new LapsePaused(id, clock.today()));
  }

  private void requireWork(LapseId id, Actor actor) {
    actor.require(Permission.WORK_TASKS);
    visible.requireVisible(id, actor);
  }

  private void change(
      LapseId id, @Nullable LocalDate until, Actor actor, String kind, Map<String, ?> detail) {
    var lapse = lapse(id);
    lapse.pause(until);
    lapses.saveAndFlush(lapse);
    log.note(lapse.id(), actor, kind, detail);
  }

  private Lapse lapse(LapseId id) {
    return lapses.findById(id.value()).orElseThrow(() -> new NotFound("lapse"));
  }
}
