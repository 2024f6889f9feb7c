package dev.winback.letter;

import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rungs compare two discounts, and did before. */
@Component
class SplitBook {

  /** The last of each rung that has compared anything. */
  private static final String LAST =
      """
      select distinct on (rung) rung, own, other, since, ended_on from rung_split
       where ended_on is distinct from since
       order by rung, id desc
      """;

  private static final String OF_RUNG =
      "select rung, own, other, since, ended_on from rung_split where rung = :rung";

  private final JdbcClient jdbc;

  SplitBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<RungSplit> last() {
    return jdbc.sql(LAST).query(RungSplit.class).list();
  }

  Optional<RungSplit> running(int rung) {
    return one(OF_RUNG + " and ended_on is null", rung);
  }

  /** The newest, whether it runs or not. */
  Optional<RungSplit> newest(int rung) {
    return one(OF_RUNG + " order by id desc limit 1", rung);
  }

  private Optional<RungSplit> one(String sql, int rung) {
    return jdbc.sql(sql).param("rung", rung).query(RungSplit.class).optional();
  }

  /** While two discounts are compared neither of them changes. */
  void requireSame(Rung rung, int percent) {
    if (rung.percent() != percent) {
      requireNone(rung.number(), "percent");
    }
  }

  void requireNone(int rung, String field) {
    running(rung)
        .ifPresent(
            split -> {
              throw Refused.field(field, "split.refused.runs", split.own(), split.other());
            });
  }

  void begin(RungSplit split) {
    jdbc.sql(
            "insert into rung_split (rung, own, other, since) values (:rung, :own, :other, :since)")
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

  /** The newest goes on as if nobody had ended it. */
  void goOn(int rung) {
    jdbc.sql(
            """
            update rung_split set ended_on = null
             where id = (select max(id) from rung_split where rung = :rung)
            """)
        .param("rung", rung)
        .update();
  }
}
