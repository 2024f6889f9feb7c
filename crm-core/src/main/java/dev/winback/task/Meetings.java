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
    var meeting = Task.meeting(lapses.row(lapse, actor), customer, member, clock.instant());
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
