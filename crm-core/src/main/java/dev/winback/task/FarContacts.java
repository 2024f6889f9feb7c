package dev.winback.task;

import dev.winback.lapse.LapseRefused;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Staff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A final no that was written down outside of a call leaves the far contact to whoever had the
 * loss, as after a call; where nobody is there who had it, to whoever wrote it down.
 */
@Component
class FarContacts {

  private final TaskRepository tasks;
  private final Lapses lapses;
  private final Staff staff;
  private final WorkRules rules;
  private final BusinessClock clock;

  FarContacts(
      TaskRepository tasks, Lapses lapses, Staff staff, WorkRules rules, BusinessClock clock) {
    this.tasks = tasks;
    this.lapses = lapses;
    this.staff = staff;
    this.rules = rules;
    this.clock = clock;
  }

  @EventListener
  void plan(LapseRefused refused) {
    var customer = lapses.requireVisible(refused.lapse(), refused.actor());
    var lapse = lapses.row(refused.lapse(), refused.actor());
    var rule = CallResult.FINAL_NO.consequence();
    var day = rules.days().onOrAfter(clock.today().plus(rule.delay(1)));
    var task = Task.of(TaskKind.FAR_CONTACT, lapse, customer, clock.instant());
    task.set(keeper(lapse.assignee(), refused.actor()), day, null);
    tasks.saveAndFlush(task);
  }

  private MemberId keeper(@Nullable String assignee, Actor actor) {
    return staff.active().stream()
        .filter(member -> member.login().equals(assignee))
        .map(MemberRow::id)
        .findFirst()
        .orElseGet(actor::id);
  }
}
