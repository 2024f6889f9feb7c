package dev.winback.letter;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rungs compare two discounts, or did last. */
@Component
class SplitBook {

  private static final String ALL = "select rung, own, other, since, ended_on from rung_split";

  private final JdbcClient jdbc;

  SplitBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<RungSplit> all() {
    return jdbc.sql(ALL + " order by rung").query(RungSplit.class).list();
  }

  Optional<RungSplit> last(int rung) {
    return jdbc.sql(ALL + " where rung = :rung")
        .param("rung", rung)
        .query(RungSplit.class)
        .optional();
  }

  Optional<RungSplit> running(int rung) {
    return last(rung).filter(RungSplit::running);
  }

  /** While two discounts are compared neither of them changes. */
  void requireSame(Rung rung, int percent) {
    if (rung.percent() != percent) {
      running(rung.number())
          .ifPresent(
              split -> {
                throw Refused.field("percent", "split.refused.runs", split.own(), split.other());
              });
    }
  }

  void begin(RungSplit split) {
    jdbc.sql(
            """
            insert into rung_split (rung, own, other, since) values (:rung, :own, :other, :since)
            on conflict (rung) do update
               set own = excluded.own, other = excluded.other, since = excluded.since, ended_on = null
            """)
        .param("rung", split.rung())
        .param("own", split.own())
        .param("other", split.other())
        .param("since", split.since())
        .update();
  }

  void end(int rung, LocalDate day) {
    jdbc.sql("update rung_split set ended_on = :day where rung = :rung and ended_on is null")
        .param("rung", rung)
        .param("day", day)
        .update();
  }
}
