package dev.winback.survey;

import dev.winback.letter.Ladder;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import dev.winback.staff.Staff;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Surveys that are asked again by themselves (MEA-16): each round is a survey of its own with the
 * words of the one before, so that rounds can be compared; its letters wait for review like all.
 */
@Service
@Transactional
public class SurveyRounds {

  private static final String DUE = Sql.of(SurveyRounds.class, "rounds-due.sql");
  private static final String ROUND = Sql.of(SurveyRounds.class, "round.sql");
  private static final String KEEP = Sql.of(SurveyRounds.class, "repeat.sql");
  private static final int SHORTEST = 7;
  private static final int LONGEST = 730;

  private final JdbcClient jdbc;
  private final Surveys surveys;
  private final Invitations invitations;
  private final Ladder ladder;
  private final Staff staff;
  private final BusinessClock clock;
  private final Audit audit;

  SurveyRounds(
      JdbcClient jdbc,
      Surveys surveys,
      Invitations invitations,
      Ladder ladder,
      Staff staff,
      BusinessClock clock,
      Audit audit) {
    this.jdbc = jdbc;
    this.surveys = surveys;
    this.invitations = invitations;
    this.ladder = ladder;
    this.staff = staff;
    this.clock = clock;
    this.audit = audit;
  }

  private record Due(long id, String login) {}

  /**
   * Again every so many days (null: not by itself), so many customers at once, and nobody within
   * the days of rest. The first time is tonight if nobody was invited yet.
   */
  public void repeat(
      long id, @Nullable Integer days, @Nullable Integer most, int rest, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    var survey = surveys.require(id);
    within("rest", rest, 1, LONGEST);
    if (days != null) {
      within("days", days, SHORTEST, LONGEST);
      requireRepeatable(survey);
    }
    jdbc.sql(KEEP)
        .param("id", id)
        .param("days", days)
        .param("most", new Target(null, null, most).limit())
        .param("rest", rest)
        .param("today", clock.today())
        .param("zone", clock.getZone().getId())
        .param("member", actor.member())
        .update();
    audit.note(actor, days == null ? "survey.once" : "survey.repeated", "survey", id, Map.of());
  }

  private static void requireRepeatable(Survey survey) {
    if (survey.kind() == SurveyKind.DEPARTED) {
      throw Refused.field("days", "survey.refused.repeat-departed");
    }
    if (survey.closed()) {
      throw new Refused("survey.refused.closed");
    }
  }

  private static void within(String field, int number, int least, int most) {
    if (number < least || number > most) {
      throw Refused.field(field, "refused.between", least, most, number);
    }
  }

  /** The rounds whose day has come; the customers invited. The same night again finds none. */
  public long repeat(LocalDate day) {
    long invited = 0;
    for (var due : jdbc.sql(DUE).param("day", day).query(Due.class).list()) {
      invited += round(surveys.require(due.id), day, staff.actor(due.login));
    }
    return invited;
  }

  /** Nobody to ask: the day moves on and no empty round is made. */
  private long round(Survey survey, LocalDate day, Actor actor) {
    var target = new Target(null, null, survey.repeatMost());
    if (!ladder.fit(survey.kind().rung())) {
      return 0; // its words may not leave as they are: it is due until somebody has mended them
    }
    boolean reaches = invitations.reaches(survey, target, actor);
    long round =
        jdbc.sql(ROUND)
            .param("id", survey.id())
            .param("made", reaches)
            .param("day", day)
            .param("member", actor.member())
            .param("now", clock.utc())
            .query(Long.class)
            .single();
    return reaches ? invitations.invite(round, target, actor) : 0;
  }
}
