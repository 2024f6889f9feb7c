package dev.winback.why;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Pauses;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.Programmes;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a hot conflict asks for before the first contact (DEC-36). */
@Service
@Transactional(readOnly = true)
public class Conflicts {

  private final Findings findings;
  private final Lapses lapses;
  private final Pauses pauses;
  private final Programmes programmes;
  private final BusinessClock clock;

  Conflicts(
      Findings findings, Lapses lapses, Pauses pauses, Programmes programmes, BusinessClock clock) {
    this.findings = findings;
    this.lapses = lapses;
    this.pauses = pauses;
    this.programmes = programmes;
    this.clock = clock;
  }

  /** Until when nobody should call or write; empty when it has cooled, is paused or has ended. */
  public Optional<LocalDate> proposedPause(LapseId lapse, Actor actor) {
    var known = findings.of(lapse, actor).filter(Finding::hot);
    return known.isEmpty()
            || !lapses.state(lapse).stage().open()
            || pauses.until(lapse, actor) != null
        ? Optional.empty()
        : Optional.of(clock.today().plusDays(programmes.current().coolingDays()));
  }
}
