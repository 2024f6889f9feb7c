package dev.winback.task;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Permission;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Talks arranged for a member by somebody else: in his queue on the day, at the time. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Meetings {

  private final TaskRepository tasks;
  private final Lapses lapses;
  private final BusinessClock clock;

  Meetings(TaskRepository tasks, Lapses lapses, BusinessClock clock) {
    this.tasks = tasks;
    this.lapses = lapses;
    this.clock = clock;
  }

  /**
   * A meeting in his queue; empty when he has one with the customer at that moment already, which
   * stays his own. Refused when his own is at another time.
   */
  public Optional<TaskId> arrange(
      LapseId lapse, MemberId member, Instant at, @Nullable String aim, Actor actor) {
    actor.require(Permission.SEE_ALL_TASKS);
    var customer = lapses.requireVisible(lapse, actor);
    var parts = tasks.parts(lapse.value());
    var own =
        tasks.findByCustomerIdAndState(customer.value(), "open").stream()
            .filter(task -> task.kind() == TaskKind.MEETING)
            .filter(task -> parts.contains(task.lapse().value()))
            .findFirst();
    if (own.isPresent()) {
      requireSame(own.get(), at);
      return Optional.empty();
    }
    var row = lapses.row(lapse, actor);
    var meeting = Task.of(TaskKind.MEETING, row, customer, clock.instant());
    meeting.set(member, at.atZone(clock.getZone()).toLocalDate(), at);
    meeting.inOrderTo(aim);
    return Optional.of(tasks.saveAndFlush(meeting).id());
  }

  private static void requireSame(Task own, Instant at) {
    if (!at.equals(own.dueAt())) {
      throw Refused.field("at", "team.refused.visit-meeting", own.dueOn().toString());
    }
  }

  /** It does not take place, or is over; one that ended meanwhile does not come back. */
  public void end(TaskId id, boolean held) {
    tasks
        .lock(id.value())
        .ifPresent(
            task -> {
              end(task, held);
              tasks.saveAndFlush(task);
            });
  }

  /** It did not end after all, unless he has another one by now or the loss is closed. */
  public void bringBack(TaskId id) {
    tasks
        .lock(id.value())
        .filter(task -> !task.open() && lapses.state(task.lapse()).stage().open())
        .filter(this::alone)
        .ifPresent(
            task -> {
              task.reopen();
              tasks.saveAndFlush(task);
            });
  }

  private boolean alone(Task ended) {
    return tasks.findByCustomerIdAndState(ended.customer().value(), "open").stream()
        .noneMatch(task -> task.sameWork(ended.lapse(), ended.kind()));
  }

  private void end(Task task, boolean held) {
    if (!task.open()) {
      task.stayEnded();
    } else if (held) {
      task.finish(clock.instant());
    } else {
      task.cancel(clock.instant());
    }
  }
}
