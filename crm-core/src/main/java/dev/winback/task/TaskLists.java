package dev.winback.task;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Paged;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.MemberRow;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Open tasks for programs and files; no card is taken by reading them. */
@Service
@Transactional(readOnly = true)
public class TaskLists {

  private final TodayView view;
  private final Staff staff;
  private final BusinessClock clock;

  TaskLists(TodayView view, Staff staff, BusinessClock clock) {
    this.view = view;
    this.staff = staff;
    this.clock = clock;
  }

  /** Open tasks due by a day, of one member or, for a manager who names nobody, of all. */
  public Paged<TaskRow> open(
      @Nullable String login,
      @Nullable LocalDate due,
      @Nullable String after,
      int limit,
      Actor actor) {
    var today = clock.today(actor.zone());
    return view.page(whose(login, actor), due == null ? today : due, today, after, limit);
  }

  public long count(@Nullable String login, @Nullable LocalDate due, Actor actor) {
    return view.count(whose(login, actor), due == null ? clock.today(actor.zone()) : due);
  }

  /** A member's queue of a day, null for today's, in the order of work. */
  public List<TaskRow> queue(@Nullable String login, @Nullable LocalDate due, Actor actor) {
    var today = clock.today(actor.zone());
    return view.queue(member(login, actor), due == null ? today : due, today);
  }

  /** One's own open tasks of these losses, in their order and whenever they are due. */
  public List<TaskRow> queue(List<LapseId> losses, Actor actor) {
    return view.queue(member(null, actor), losses, clock.today(actor.zone()));
  }

  private @Nullable MemberId whose(@Nullable String login, Actor actor) {
    actor.require(Permission.READ_TASKS);
    boolean all = login == null && actor.may(Permission.SEE_ALL_TASKS);
    return all ? null : member(login, actor);
  }

  /** Null and blank: oneself; another one for managers alone. */
  MemberId member(@Nullable String login, Actor actor) {
    actor.require(Permission.READ_TASKS);
    if (login == null || login.isBlank() || login.equals(actor.login())) {
      return actor.id();
    }
    if (!actor.may(Permission.SEE_ALL_TASKS)) {
      throw new NotFound("member");
    }
    return staff.active().stream()
        .filter(member -> member.login().equals(login))
        .findFirst()
        .map(MemberRow::id)
        .orElseThrow(() -> new NotFound("member"));
  }
}
