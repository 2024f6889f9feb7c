package dev.winback.letter;

import dev.winback.lapse.LapseId;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Pieces;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sweeps over lapses and letters; all of them begin with the same judgement, judged.sql. */
@Component
class LetterPlanning {

  private static final String ANY = Sql.of(LetterPlanning.class, "judged.sql");
  private static final String JUDGED = Pieces.asked(ANY, Map.of());

  /** Of a few lapses, whose facts are looked up. */
  private static final String FEW = Pieces.asked(ANY, Map.of("lapses", true));

  private static final String WRITE = JUDGED + Sql.of(LetterPlanning.class, "write.sql");
  private static final String REVISE = JUDGED + Sql.of(LetterPlanning.class, "revise.sql");
  private static final String LISTED = Sql.of(LetterPlanning.class, "dry-run.sql");
  private static final String COUNTED = Sql.of(LetterPlanning.class, "dry-run-count.sql");

  private static final String REVISE_FEW = FEW + Sql.of(LetterPlanning.class, "revise.sql");

  /** What the gate will say on that day. */
  private static final String GATE = Sql.of(LetterPlanning.class, "held-today.sql");

  private static final String TODAY = JUDGED + GATE;
  private static final String OF_ONE = FEW + GATE + LISTED;

  /** Whoever waits for a cap gets it some days later, and is counted by who goes live. */
  private static final String SOON =
      JUDGED + ", shown as (select *, null::timestamptz as until from judged) ";

  private static final String DRY_RUN = TODAY + LISTED;
  static final String COUNT = TODAY + COUNTED;
  static final String REACH_SOON = Sql.of(LetterPlanning.class, "reach-soon.sql");
  private static final String CLOSE = Sql.of(LetterPlanning.class, "close.sql");
  private static final String RESUME = Sql.of(LetterPlanning.class, "resume.sql");

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
    return revised(judging(REVISE_FEW, day, null).param("lapses", Sql.array(lapses)));
  }

  private int revised(JdbcClient.StatementSpec judging) {
    return judging.param("now", clock.utc()).query(Integer.class).single();
  }

  /** What the night of that day would say of each rung that one lapse has reached. */
  Map<Integer, Judgement> ofOne(LapseId lapse, LocalDate day) {
    var judged = new HashMap<Integer, Judgement>();
    judging(OF_ONE, day, null)
        .param("lapses", Sql.array(List.of(lapse.value())))
        .param("part", DryRun.Part.ALL.code())
        .param("because", null)
        .param("after", 0)
        .param("limit", Integer.MAX_VALUE)
        .query((row, nr) -> judged.put(row.getInt("rung"), judgement(row, nr)))
        .list();
    return judged;
  }

  List<Judgement> dryRun(DryRunFilter filter, long after, int limit) {
    var because = filter.because();
    return judging(DRY_RUN, Objects.requireNonNull(filter.day()), filter.rung())
        .param("part", filter.part().code())
        .param("because", because == null ? null : because.name())
        .param("after", after)
        .param("limit", limit)
        .query(LetterPlanning::judgement)
        .list();
  }

  List<ReasonCount> dryRunCount(int rung, LocalDate day) {
    return count(day, List.of(rung)).stream().map(RungCount::because).toList();
  }

  /** The same of many rungs at once, each as if it were judged alone. */
  List<RungCount> count(LocalDate day, List<Integer> rungs) {
    return jdbc.sql(COUNT).params(judging(day, rungs)).query(RungCount.class).list();
  }

  /** What the switch to live would do today, with or without the backlog. */
  List<ReasonCount> ifLive(int rung, LocalDate day, boolean backlog) {
    return judging(SOON + COUNTED, day, rung)
        .param("asIfBacklog", backlog)
        .query(RungCount.class)
        .list()
        .stream()
        .map(RungCount::because)
        .toList();
  }

  /** The first who would get the letter if the rung went live. */
  List<Judgement> first(int rung, LocalDate day, boolean backlog, int limit) {
    return judging(SOON + LISTED, day, rung)
        .param("asIfBacklog", backlog)
        .param("part", DryRun.Part.GETS.code())
        .param("because", null)
        .param("after", 0)
        .param("limit", limit)
        .query(LetterPlanning::judgement)
        .list();
  }

  /** For each rung, on each of so many days after the day, the open lapses that reach it. */
  List<RungCounts.Reached> reachSoon(LocalDate day, int days) {
    return jdbc.sql(REACH_SOON)
        .param("day", day)
        .param("days", days)
        .query(RungCounts.Reached.class)
        .list();
  }

  void close(List<Long> lapses) {
    jdbc.sql(CLOSE).param("lapses", lapses).update();
  }

  /** What was sent again before the loss ended, and had not left. */
  void resume(Collection<Long> lapses) {
    jdbc.sql(RESUME).param("lapses", Sql.array(lapses)).update();
  }

  /**
   * What was sent again is judged by the gate alone: what it holds without an end is asked again.
   */
  void askAgain() {
    jdbc.sql(
            """
            update letter set state = 'PLANNED', hold_reason = null, version = version + 1
             where state = 'HELD' and resend_of is not null and hold_until is null
            """)
        .update();
  }

  private JdbcClient.StatementSpec judging(String sql, LocalDate day, @Nullable Integer asIf) {
    return jdbc.sql(sql).params(judging(day, asIf == null ? null : List.of(asIf)));
  }

  /** What the judgement is asked with; with rungs as if each of them were live. */
  Map<String, @Nullable Object> judging(LocalDate day, @Nullable List<Integer> asIf) {
    var params = new HashMap<String, @Nullable Object>();
    params.put("day", day);
    params.put("asIf", asIf == null ? null : Sql.array(asIf));
    params.put("asIfBacklog", null);
    params.put("lapses", null);
    params.put("softOptIn", settings.mail().softOptIn());
    params.put("currency", settings.currency().getCurrencyCode());
    params.put("zone", settings.firmZone().getId());
    return params;
  }

  private static Judgement judgement(java.sql.ResultSet row, int nr) throws java.sql.SQLException {
    return new Judgement(
        row.getLong("lapse_id"),
        row.getString("ref"),
        row.getString("display_name"),
        reason(row.getString("reason")),
        row.getObject("until", LocalDate.class));
  }

  static @Nullable HoldReason reason(@Nullable String name) {
    return name == null ? null : HoldReason.valueOf(name);
  }
}
