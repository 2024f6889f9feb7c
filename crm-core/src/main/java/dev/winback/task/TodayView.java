package dev.winback.task;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.signal.Signal;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the queue and the card. */
@Component
class TodayView {

  private static final String QUEUE = Sql.of(TodayView.class, "queue.sql");
  private static final String COUNTS = Sql.of(TodayView.class, "counts.sql");
  private static final String CARD = Sql.of(TodayView.class, "card.sql");
  private static final String STORY = Sql.of(TodayView.class, "story.sql");
  private static final int LONGEST_QUEUE = 500;
  private static final int LONGEST_STORY = 14;

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Signals signals;

  TodayView(JdbcClient jdbc, BusinessClock clock, Signals signals) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.signals = signals;
  }

  /** Null for everybody's. */
  List<TaskRow> queue(@Nullable MemberId member, LocalDate due) {
    var reader = new TaskRowReader(clock.instant(), clock.today(), clock.getZone());
    return jdbc
        .sql(QUEUE)
        .param("member", member == null ? null : member.value())
        .param("due", due)
        .param("limit", LONGEST_QUEUE)
        .query(reader)
        .list()
        .stream()
        .sorted(TaskRow.ORDER)
        .toList();
  }

  DayLine line(MemberId member) {
    var today = clock.today();
    var next = WorkingDay.after(today);
    return jdbc.sql(COUNTS)
        .param("member", member.value())
        .param("from", startOf(today).atOffset(ZoneOffset.UTC))
        .param("until", startOf(today.plusDays(1)).atOffset(ZoneOffset.UTC))
        .param("next", next)
        .query(
            (row, n) ->
                new DayLine(
                    row.getInt("calls"),
                    row.getInt("talks"),
                    row.getInt("done"),
                    row.getInt("planned"),
                    row.getInt("promises"),
                    row.getInt("stale"),
                    row.getString("login"),
                    next))
        .single();
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  Card card(TaskRow task, Actor actor) {
    var facts =
        jdbc.sql(CARD)
            .param("task", task.id().value())
            .param("member", actor.member())
            .query(CardFacts.class)
            .single();
    return new Card(
        task,
        facts,
        signals.of(task.customer()).stream().map(Signal::sentence).toList(),
        story(task),
        facts.draft(),
        facts.savedAt(),
        times(actor.zone()),
        UUID.randomUUID().toString());
  }

  /** In an hour while the day lasts, and the morning and the afternoon of the next working day. */
  private List<LocalDateTime> times(ZoneId zone) {
    var now = clock.instant().atZone(zone).toLocalDateTime();
    var soon = now.truncatedTo(ChronoUnit.HOURS).plusHours(2);
    var next = WorkingDay.after(clock.today());
    var times = new ArrayList<LocalDateTime>();
    if (soon.toLocalDate().equals(now.toLocalDate())
        && soon.toLocalTime().isBefore(CallWindow.LATEST)) {
      times.add(soon);
    }
    times.add(next.atTime(10, 0));
    times.add(next.atTime(15, 0));
    return times;
  }

  private List<StoryItem> story(TaskRow task) {
    return jdbc.sql(STORY)
        .param("customer", task.customer().value())
        .param("limit", LONGEST_STORY)
        .query(StoryItem.class)
        .list();
  }
}
