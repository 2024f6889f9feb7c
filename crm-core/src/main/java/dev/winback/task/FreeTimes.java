package dev.winback.task;

import dev.winback.shared.BusinessClock;
import dev.winback.staff.MemberId;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Concrete times to propose (CAL-04): those at which the member has nothing agreed yet. */
@Component
class FreeTimes {

  private static final int PROPOSED = 3;
  private static final int DAYS = 10;
  private static final Duration APART = Duration.ofHours(1);
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
   * In two hours while a working day lasts, and mornings and afternoons of the next working days.
   */
  List<LocalDateTime> free(MemberId member, ZoneId zone) {
    var now = clock.instant().atZone(zone).toLocalDateTime();
    var taken = taken(member, zone);
    var days = rules.days();
    return Stream.concat(days.is(now.toLocalDate()) ? soon(now) : Stream.empty(), later(days))
        .filter(time -> taken.stream().noneMatch(other -> near(time, other)))
        .limit(PROPOSED)
        .toList();
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

  private static Stream<LocalDateTime> soon(LocalDateTime now) {
    var soon = now.truncatedTo(ChronoUnit.HOURS).plusHours(2);
    boolean today = soon.toLocalDate().equals(now.toLocalDate());
    return today && soon.toLocalTime().isBefore(CallWindow.LATEST)
        ? Stream.of(soon)
        : Stream.empty();
  }

  private Stream<LocalDateTime> later(WorkingDays days) {
    return Stream.iterate(days.after(clock.today()), days::after)
        .limit(DAYS)
        .flatMap(day -> HOURS.stream().map(day::atTime));
  }

  private static boolean near(LocalDateTime one, LocalDateTime other) {
    return Duration.between(one, other).abs().compareTo(APART) < 0;
  }
}
