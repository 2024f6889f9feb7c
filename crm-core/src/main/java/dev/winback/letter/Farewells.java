package dev.winback.letter;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letter that lets somebody go so that he still speaks well of us (DEC-20): once for each lapse
 * that we or he ended for good, by the gate of all letters.
 */
@Service
@Transactional
public class Farewells {

  /** Below the letters of surveys: no silence reaches it, and it has no discount. */
  public static final int RUNG = -4;

  /** A final no by mistake is taken back within a minute; a person's clock and ours may differ. */
  static final Duration NOT_BEFORE = Duration.ofSeconds(90);

  private static final String WRITE = Sql.of(Farewells.class, "farewell-write.sql");
  private static final String ASK = Sql.of(Farewells.class, "farewell-ask.sql");
  private static final String END = Sql.of(Farewells.class, "farewell-end.sql");
  private static final String OF = Sql.of(Farewells.class, "farewell-of.sql");

  private final JdbcClient jdbc;
  private final Gate gate;
  private final Lapses lapses;
  private final BusinessClock clock;

  Farewells(JdbcClient jdbc, Gate gate, Lapses lapses, BusinessClock clock) {
    this.jdbc = jdbc;
    this.gate = gate;
    this.lapses = lapses;
    this.clock = clock;
  }

  /** What became of the letter of this lapse. */
  @Transactional(readOnly = true)
  public Optional<Farewell> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return jdbc.sql(OF)
        .param("lapse", lapse.value())
        .query(
            (row, n) ->
                new Farewell(
                    new LetterId(row.getLong("id")),
                    LetterStatus.ofState(row.getString("state")),
                    LetterPlanning.reason(row.getString("hold_reason"))))
        .optional();
  }

  /** Plans it although nobody writes it by himself; refused when there is nobody to write to. */
  public void ask(LapseId lapse, Actor actor) {
    if (!write(lapse, actor)) {
      throw new Refused("letter.refused.farewell");
    }
  }

  /** The same; false when there is nobody to write to. */
  public boolean write(LapseId lapse, Actor actor) {
    actor.require(Permission.DECIDE);
    lapses.requireVisible(lapse, actor);
    plan(List.of(lapse), true);
    return of(lapse, actor).isPresent();
  }

  /** For those of these lapses that ended for good: not for a direction that we changed. */
  void plan(Collection<LapseId> ended) {
    plan(ended, false);
  }

  private void plan(Collection<LapseId> ended, boolean asked) {
    var ids = ids(ended);
    judgeThese(ids);
    var written =
        jdbc.sql(WRITE)
            .param("lapses", ids)
            .param("asked", asked)
            .param("wait", NOT_BEFORE.toSeconds())
            .param("day", clock.today())
            .query(Long.class)
            .list();
    hold(written);
  }

  private static Long[] ids(Collection<LapseId> lapses) {
    return lapses.stream().map(LapseId::value).toArray(Long[]::new);
  }

  /** The same of these lapses alone. */
  void judge(Collection<LapseId> reopened) {
    judgeThese(ids(reopened));
  }

  /** Asks the gate anew about all that wait; the number that waits or ends for a reason. */
  int judge() {
    return judgeThese(null);
  }

  private int judgeThese(Long @Nullable [] ids) {
    return hold(
        jdbc.sql(ASK).param("lapses", ids).param("now", clock.utc()).query(Long.class).list());
  }

  private int hold(List<Long> letters) {
    if (letters.isEmpty()) {
      return 0;
    }
    int held = gate.hold("", letters.toArray(Long[]::new));
    jdbc.sql(END).update();
    return held;
  }
}
