package dev.winback.task;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Cursor;
import dev.winback.shared.Paged;
import dev.winback.shared.Pieces;
import dev.winback.shared.Sql;
import dev.winback.signal.Signal;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
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
  private static final int FURTHEST = 3;
  private static final int LONGEST_STORY = 14;

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;
  private final Signals signals;
  private final LeasedCards leases;
  private final FreeTimes times;

  TodayView(
      JdbcClient jdbc,
      WorkRules rules,
      BusinessClock clock,
      Signals signals,
      LeasedCards leases,
      FreeTimes times) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
    this.signals = signals;
    this.leases = leases;
    this.times = times;
  }

  /** Today is the reader's: by it something is overdue. */
  List<TaskRow> queue(MemberId member, LocalDate due, LocalDate today) {
    var all = asked(QUEUE, member, due, null, null, LONGEST_QUEUE);
    return rows(all, today).stream().sorted(TaskRow.ORDER).toList();
  }

  /**
   * A member's open tasks of these losses in the order of the losses, however late they are due.
   */
  List<TaskRow> queue(MemberId member, List<LapseId> losses, LocalDate today) {
    var place = new HashMap<LapseId, Integer>();
    losses.forEach(loss -> place.putIfAbsent(loss, place.size()));
    var all = asked(QUEUE, member, today.plusYears(FURTHEST), losses, null, null);
    return rows(all, today).stream()
        .sorted(
            Comparator.comparing((TaskRow row) -> place.get(row.lapse()))
                .thenComparing(TaskRow.ORDER))
        .toList();
  }

  /** By day and money, which stand still while the hours move; null for everybody's. */
  Paged<TaskRow> page(
      @Nullable MemberId member,
      LocalDate due,
      LocalDate today,
      @Nullable String after,
      int limit) {
    return Paged.of(
        rows(asked(QUEUE, member, due, null, Cursor.decode(after, 3), limit + 1), today),
        limit,
        row -> Cursor.encode(row.dueOn(), row.weight(), row.id().value()));
  }

  /** How many the pages have in all. */
  long count(@Nullable MemberId member, LocalDate due) {
    return asked("select count(*) from (" + QUEUE + ") q", member, due, null, null, null)
        .query(Long.class)
        .single();
  }

  private List<TaskRow> rows(JdbcClient.StatementSpec asked, LocalDate today) {
    return asked
        .query(new TaskRowReader(clock.instant(), today, clock.getZone(), rules.callHours()))
        .list();
  }

  private JdbcClient.StatementSpec asked(
      String sql,
      @Nullable MemberId member,
      LocalDate due,
      @Nullable List<LapseId> losses,
      @Nullable Cursor after,
      @Nullable Integer limit) {
    var params = new HashMap<String, Object>();
    params.put("member", member == null ? null : member.value());
    params.put("losses", losses == null ? null : Sql.array(losses, LapseId::value));
    params.put("due", due);
    params.put("day", clock.today());
    params.put("now", clock.utc());
    params.put("after_due", after == null ? null : after.day(0));
    params.put("after_weight", after == null ? null : after.amount(1));
    params.put("after_id", after == null ? null : after.number(2));
    return jdbc.sql(Pieces.limited(Pieces.asked(sql, params), limit)).params(params);
  }

  DayLine line(MemberId member, ZoneId zone) {
    var today = clock.today(zone);
    var next = rules.days().after(today);
    return jdbc.sql(COUNTS)
        .param("member", member.value())
        .param("from", startOf(today, zone).atOffset(ZoneOffset.UTC))
        .param("until", startOf(today.plusDays(1), zone).atOffset(ZoneOffset.UTC))
        .param("next", next)
        .param("stale_most", DayLine.STALE_COUNTED + 1)
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

  private static Instant startOf(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }

  @Nullable Card card(@Nullable Task chosen, List<TaskRow> queue, Actor actor) {
    var asked = queue.stream().filter(row -> chosen != null && row.id().equals(chosen.id()));
    return asked
        .findFirst()
        .map(row -> leases.kept(row, actor))
        .or(() -> leases.first(queue, actor))
        .map(row -> card(row, actor))
        .orElse(null);
  }

  private Card card(TaskRow task, Actor actor) {
    var facts =
        jdbc.sql(CARD)
            .param("task", task.id().value())
            .param("member", actor.member())
            .param("day", clock.today())
            .query(CardFacts.class)
            .single();
    return new Card(
        task,
        facts,
        signals.of(task.customer()).stream().map(Signal::sentence).toList(),
        story(task),
        facts.draft(),
        facts.savedAt(),
        times.free(task, actor.zone()),
        UUID.randomUUID().toString());
  }

  private List<StoryItem> story(TaskRow task) {
    return jdbc.sql(STORY)
        .param("customer", task.customer().value())
        .param("limit", LONGEST_STORY)
        .query(StoryItem.class)
        .list();
  }
}
