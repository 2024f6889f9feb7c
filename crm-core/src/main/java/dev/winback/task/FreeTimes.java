package dev.winback.task;

import dev.winback.customer.CustomerId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Zones;
import dev.winback.staff.MemberId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Concrete times to propose (CAL-04): those at which the member has nothing agreed yet and the
 * customer may be called (CAL-07).
 */
@Component
class FreeTimes {

  private static final int PROPOSED = 3;
  private static final int DAYS = 10;
  private static final Duration APART = Duration.ofHours(1);
  private static final Duration AFTER_BEGIN = Duration.ofMinutes(30);
  private static final List<LocalTime> HOURS =
      List.of(LocalTime.of(10, 0), LocalTime.of(15, 0), LocalTime.of(11, 30), LocalTime.of(16, 30));

  private final JdbcClient jdbc;
  private final WorkRules rules;
  private final BusinessClock clock;

  FreeTimes(JdbcClient jdbc, WorkRules rules, BusinessClock clock) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * In two hours while a working day lasts, and mornings and afternoons of the next working days,
   * as far as the customer may be called then; else where his hours and ours begin to meet. Nobody
   * works at night: where they never meet there is none.
   */
  List<FreeTime> free(TaskRow task, ZoneId zone) {
    var ours = rules.callHours();
    var there = there(task.customer(), ours);
    var now = clock.instant().atZone(zone).toLocalDateTime();
    var taken = taken(task.member(), zone);
    var times = Stream.concat(soon(now, ours), Stream.concat(later(zone), asTheyMeet(there, zone)));
    return times
        .map(time -> new FreeTime(time, there.of(time, zone)))
        .filter(time -> there.hours.hold(time.there().toLocalTime()))
        .filter(time -> ours.hold(time.at().toLocalTime()))
        .filter(time -> taken.stream().noneMatch(other -> near(time.at(), other)))
        .limit(PROPOSED)
        .toList();
  }

  /** The customer's end of the line. */
  private record There(ZoneId zone, CallHours hours, CallHours ours) {

    LocalDateTime of(LocalDateTime time, ZoneId zoneOfOurs) {
      return time.atZone(zoneOfOurs).withZoneSameInstant(zone).toLocalDateTime();
    }

    /** By our clock, half an hour after the later of both days has begun. */
    LocalDateTime meet(LocalDate day, ZoneId zoneOfOurs) {
      var his =
          day.atTime(hours.from()).atZone(zone).withZoneSameInstant(zoneOfOurs).toLocalDateTime();
      var our = day.atTime(ours.from());
      return (his.isAfter(our) ? his : our).plus(AFTER_BEGIN);
    }
  }

  private There there(CustomerId customer, CallHours ours) {
    return jdbc.sql("select time_zone, call_from, call_until from customer where id = :customer")
        .param("customer", customer.value())
        .query(
            (row, n) ->
                new There(
                    Zones.of(row.getString("time_zone"), clock.getZone()),
                    ours.asked(
                        row.getObject("call_from", LocalTime.class),
                        row.getObject("call_until", LocalTime.class)),
                    ours))
        .single();
  }

  private List<LocalDateTime> taken(MemberId member, ZoneId zone) {
    return jdbc.sql(
            """
            select due_at from task
             where member_id = :member and state = 'open' and due_at is not null and due_at >= :now
            """)
        .param("member", member.value())
        .param("now", clock.instant().minus(APART).atOffset(ZoneOffset.UTC))
        .query((row, n) -> row.getTimestamp("due_at").toInstant().atZone(zone).toLocalDateTime())
        .list();
  }

  private Stream<LocalDateTime> soon(LocalDateTime now, CallHours ours) {
    var soon = now.truncatedTo(ChronoUnit.HOURS).plusHours(2);
    boolean today = soon.toLocalDate().equals(now.toLocalDate());
    return today && rules.days().is(now.toLocalDate()) && ours.hold(soon.toLocalTime())
        ? Stream.of(soon)
        : Stream.empty();
  }

  private Stream<LocalDateTime> later(ZoneId zone) {
    return next(zone).flatMap(day -> HOURS.stream().map(day::atTime));
  }

  private Stream<LocalDateTime> asTheyMeet(There there, ZoneId zone) {
    return next(zone).map(day -> there.meet(day, zone));
  }

  private Stream<LocalDate> next(ZoneId zone) {
    var days = rules.days();
    return Stream.iterate(days.after(clock.today(zone)), days::after).limit(DAYS);
  }

  private static boolean near(LocalDateTime one, LocalDateTime other) {
    return Duration.between(one, other).abs().compareTo(APART) < 0;
  }
}
