package dev.winback.aftercare;

import dev.winback.lapse.Milestones;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The care for customers who came back: planned by each night and by each return. */
@Service
@Transactional
public class Returns {

  private final Milestones milestones;
  private final Plan plan;
  private final GoodPlan good;
  private final CareSettingStore settings;

  Returns(Milestones milestones, Plan plan, GoodPlan good, CareSettingStore settings) {
    this.good = good;
    this.milestones = milestones;
    this.plan = plan;
    this.settings = settings;
  }

  /** Milestones, plans and tasks as of this day; the rows written. */
  public long settle(LocalDate day) {
    return (long) milestones.settle(day) + plan.follow(day) + good.of(day);
  }

  @Transactional(readOnly = true)
  public CareSettings settings() {
    return settings.now();
  }

  /** The last changes, the newest first. */
  @Transactional(readOnly = true)
  public List<CareChange> history(int limit, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    return settings.newest(limit);
  }

  /** Holds from the next night on; the same settings again are no change. */
  public void change(CareSettings wanted, Actor actor) {
    actor.require(Permission.SET_LIMITS);
    settings.change(wanted.checked(), actor);
  }
}
