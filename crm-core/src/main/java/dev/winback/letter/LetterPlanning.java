package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sweeps over lapses and letters; all of them begin with the same judgement, judged.sql. */
@Component
class LetterPlanning {

  private static final String JUDGED = Sql.of(LetterPlanning.class, "judged.sql");
  private static final String WRITE = JUDGED + Sql.of(LetterPlanning.class, "write.sql");
  private static final String REVISE = JUDGED + Sql.of(LetterPlanning.class, "revise.sql");
  private static final String DRY_RUN = JUDGED + Sql.of(LetterPlanning.class, "dry-run.sql");
  private static final String COUNT = JUDGED + Sql.of(LetterPlanning.class, "dry-run-count.sql");
  private static final String REACH_SOON = Sql.of(LetterPlanning.class, "reach-soon.sql");
  private static final String CLOSE = Sql.of(LetterPlanning.class, "close.sql");

  private final JdbcClient jdbc;
  private final Settings settings;
  private final BusinessClock clock;

  LetterPlanning(JdbcClient jdbc, Settings settings, BusinessClock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  int write(LocalDate day) {
    return judging(WRITE, day, null).query(Integer.class).single();
  }

  int revise(LocalDate day) {
    return revised(judging(REVISE, day, null));
  }

  /** The letters that the end of these lapses stopped: their reason has gone. */
  int revise(LocalDate day, Collection<Long> lapses) {
    return revised(judging(REVISE, day, null).param("lapses", Sql.array(lapses)));
  }

  private int revised(JdbcClient.StatementSpec judging) {
    return judging
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  List<Judgement> dryRun(int rung, LocalDate day, DryRun.Part part, long after, int limit) {
    return judging(DRY_RUN, day, rung)
        .param("part", part.code())
        .param("after", after)
        .param("limit", limit)
        .query(LetterPlanning::judgement)
        .list();
  }

  List<ReasonCount> dryRunCount(int rung, LocalDate day) {
    return judging(COUNT, day, rung)
        .query(
            (row, nr) -> new ReasonCount(reason(row.getString("reason")), row.getLong("letters")))
        .list();
  }

  /** For each rung, the open lapses that reach it within so many days after the day. */
  Map<Integer, Long> reachSoon(LocalDate day, int days) {
    return jdbc
        .sql(REACH_SOON)
        .param("day", day)
        .param("days", days)
        .query((row, nr) -> Map.entry(row.getInt("number"), row.getLong("lapses")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  void close(List<Long> lapses) {
    jdbc.sql(CLOSE).param("lapses", lapses).update();
  }

  private JdbcClient.StatementSpec judging(String sql, LocalDate day, @Nullable Integer asIf) {
    return jdbc.sql(sql)
        .param("day", day)
        .param("asIf", asIf)
        .param("lapses", null)
        .param("softOptIn", settings.mail().softOptIn())
        .param("zone", settings.firmZone().getId());
  }

  private static Judgement judgement(java.sql.ResultSet row, int nr) throws java.sql.SQLException {
    return new Judgement(
        row.getLong("lapse_id"),
        row.getString("ref"),
        row.getString("display_name"),
        reason(row.getString("reason")));
  }

  static @Nullable HoldReason reason(@Nullable String name) {
    return name == null ? null : HoldReason.valueOf(name);
  }
}
