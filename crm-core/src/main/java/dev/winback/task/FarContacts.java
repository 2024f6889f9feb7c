package dev.winback.task;

import dev.winback.lapse.LapseRefused;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever wrote down a final no outside of a call has the far contact, as after a call. */
@Component
class FarContacts {

  private final TaskRepository tasks;
  private final Lapses lapses;
  private final WorkRules rules;
  private final BusinessClock clock;

  FarContacts(TaskRepository tasks, Lapses lapses, WorkRules rules, BusinessClock clock) {
    this.tasks = tasks;
    this.lapses = lapses;
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
    task.set(refused.actor().id(), day, null);
    tasks.saveAndFlush(task);
  }
}
