package dev.winback.report;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Losses and returns of the time before the first night, kept as rows by the night. */
@Component
class PastMoves {

  /** From purchases as they are, where no night has kept them yet. */
  private static final String LIVE = Sql.of(PastMoves.class, "past-moves.sql");

  private static final String KEPT = "select kind, customer_id, day from past_move";
  private static final String SETTLE =
      Sql.of(PastMoves.class, "settle-past.sql").replace("/*history*/", LIVE);
  private static final String MARK = Sql.of(PastMoves.class, "past-mark.sql");
  private static final String TALLY = Sql.of(PastMoves.class, "past-tally.sql");
  private static final String STATE =
      """
      insert into past_moves (month, day, mark) values (:month, :day, :mark)
      on conflict (id) do update set month = excluded.month, day = excluded.day, mark = excluded.mark
      """;

  private static final String BEGIN = "select day from first_night where day is not null";

  private final JdbcClient jdbc;
  private final BusinessClock clock;

  PastMoves(JdbcClient jdbc, BusinessClock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record State(LocalDate day, BigDecimal mark) {}

  /** The statement with the history in its place. */
  String in(String sql) {
    return sql.replace("/*history*/", kept() ? KEPT : LIVE);
  }

  boolean kept() {
    var state = state();
    return state != null && state.day().equals(begin());
  }

  /** As of the first night, this one if there is none before; the rows that are new. */
  long settle(LocalDate day) {
    var first = begin();
    var begin = first == null || first.isAfter(day) ? day : first;
    var now = new State(begin, mark(begin));
    var before = state();
    boolean same =
        before != null && before.day().equals(begin) && before.mark().compareTo(now.mark()) == 0;
    return same ? 0 : make(now);
  }

  private @Nullable LocalDate begin() {
    return jdbc.sql(BEGIN).query(LocalDate.class).optional().orElse(null);
  }

  private @Nullable State state() {
    return jdbc.sql("select day, mark from past_moves").query(State.class).optional().orElse(null);
  }

  private BigDecimal mark(LocalDate day) {
    return jdbc.sql(MARK)
        .param("day", day)
        .param("zone", clock.getZone().getId())
        .query(BigDecimal.class)
        .single();
  }

  private long make(State state) {
    long made =
        jdbc.sql(SETTLE)
            .param("day", state.day())
            .param("zone", clock.getZone().getId())
            .query(Long.class)
            .single();
    jdbc.sql("delete from lapse_tally where kind in ('past-loss', 'past-return')").update();
    jdbc.sql(TALLY).update();
    jdbc.sql(STATE)
        .param("month", state.day().withDayOfMonth(1))
        .param("day", state.day())
        .param("mark", state.mark())
        .update();
    return made;
  }
}
