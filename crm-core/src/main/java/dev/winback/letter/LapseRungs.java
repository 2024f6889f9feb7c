package dev.winback.letter;

import dev.winback.lapse.LapseId;
import dev.winback.lapse.Visible;
import dev.winback.letter.RungOfLapse.Prospect;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Why did Mrs X get no letter?": each rung of the ladder in one lapse, in one place. */
@Service
@Transactional(readOnly = true)
public class LapseRungs {

  private static final String RUNGS = Sql.of(LapseRungs.class, "rungs-of-lapse.sql");

  /** What the night holds until a day that stands in no letter. */
  private static final Set<HoldReason> FOR_A_TIME =
      Set.of(
          HoldReason.COOL_DOWN,
          HoldReason.REP_TALKING,
          HoldReason.DISCOUNT_RUNS,
          HoldReason.NOT_YET);

  private final JdbcClient jdbc;
  private final LetterPlanning planning;
  private final BusinessClock clock;

  LapseRungs(JdbcClient jdbc, LetterPlanning planning, BusinessClock clock) {
    this.jdbc = jdbc;
    this.planning = planning;
    this.clock = clock;
  }

  /** In the order of the ladder; none of a lapse that this member may not see. */
  public List<RungOfLapse> of(LapseId lapse, Actor actor) {
    var rungs =
        jdbc.sql(Visible.in(RUNGS, actor))
            .params(Visible.to(actor))
            .param("lapse", lapse.value())
            .query((row, nr) -> rung(row))
            .list();
    // the one judgement, where no letter tells all: it costs more than the rest of the page
    boolean silent = rungs.stream().anyMatch(LapseRungs::asks);
    return silent ? judged(rungs, planning.ofOne(lapse, clock.today())) : rungs;
  }

  private RungOfLapse rung(ResultSet row) throws SQLException {
    var letter = row.getObject("letter", Long.class);
    var state = row.getString("state");
    var due = row.getObject("due", LocalDate.class);
    return new RungOfLapse(
        row.getInt("number"),
        letter != null ? Prospect.WRITTEN : prospect(row, due),
        letter == null ? null : new LetterId(letter),
        row.getObject("height", Integer.class),
        state == null ? null : LetterStatus.ofState(state),
        LetterPlanning.reason(row.getString("hold_reason")),
        instant(row, "hold_until"),
        instant(row, "put_off_until"),
        instant(row, "sent_at"),
        due);
  }

  private Prospect prospect(ResultSet row, @Nullable LocalDate due) throws SQLException {
    if (!row.getBoolean("open")) {
      return Prospect.OVER;
    }
    if (row.getBoolean("off")) {
      return Prospect.OFF;
    }
    return due != null && due.isAfter(clock.today()) ? Prospect.LATER : Prospect.TONIGHT;
  }

  /** No letter, or one that waits for a day that it does not tell. */
  private static boolean asks(RungOfLapse rung) {
    var reason = rung.reason();
    return rung.prospect() == Prospect.TONIGHT
        || rung.status() == LetterStatus.HELD
            && rung.until() == null
            && reason != null
            && FOR_A_TIME.contains(reason);
  }

  private List<RungOfLapse> judged(List<RungOfLapse> rungs, Map<Integer, Judgement> judged) {
    return rungs.stream()
        .map(rung -> asks(rung) ? judged(rung, judged.get(rung.number())) : rung)
        .toList();
  }

  private RungOfLapse judged(RungOfLapse rung, @Nullable Judgement said) {
    var because = said == null ? null : said.because();
    if (said == null || because == null) {
      return rung;
    }
    if (rung.letter() == null) {
      return rung.because(Prospect.PASSED, because, start(said.until()));
    }
    var until = because == HoldReason.NOT_YET ? rung.due() : said.until();
    return because == rung.reason() ? rung.because(Prospect.WRITTEN, because, start(until)) : rung;
  }

  private @Nullable Instant start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(clock.getZone()).toInstant();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
