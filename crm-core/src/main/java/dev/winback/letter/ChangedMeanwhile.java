package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Outdated;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells whose form is older than what it changes who was quicker, and when. */
@Component
class ChangedMeanwhile {

  private static final int SOMEBODY = 0;
  private static final int OTHER = 1;
  private static final int YOURSELF = 2;

  private final Audit audit;
  private final BusinessClock clock;

  ChangedMeanwhile(Audit audit, BusinessClock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Of the acts, which are those that change the record. */
  Outdated told(String key, String subject, long id, List<String> acts, Actor actor) {
    return audit
        .last(subject, id, acts)
        .map(
            act -> {
              var at = act.at().atZone(clock.getZone());
              int who = act.member() == actor.member() ? YOURSELF : OTHER;
              var time = at.toLocalTime().truncatedTo(ChronoUnit.MINUTES);
              return new Outdated(key, who, act.name(), at.toLocalDate(), time);
            })
        .orElseGet(() -> new Outdated(key, SOMEBODY, "", LocalDate.EPOCH, LocalTime.MIDNIGHT));
  }
}
