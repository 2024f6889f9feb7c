package dev.winback.survey;

import dev.winback.lapse.Visible;
import dev.winback.letter.Ladder;
import dev.winback.letter.SurveyLetters;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked by letter; each customer once in a survey. */
@Service
@Transactional
public class Invitations {

  private static final String CANDIDATES =
      Sql.of(Invitations.class, "candidates.sql").replace("/*visible*/", Visible.CUSTOMER);
  private static final String UNKNOWN = Sql.of(Invitations.class, "unknown.sql");
  private static final String INVITE = Sql.of(Invitations.class, "invite.sql");

  /** No survey has this number: nobody is invited to it yet. */
  private static final long NEW_ROUND = 0;

  private final JdbcClient jdbc;
  private final Surveys surveys;
  private final Ladder ladder;
  private final SurveyLetters letters;
  private final Signals signals;
  private final Settings settings;
  private final BusinessClock clock;
  private final Audit audit;

  Invitations(
      JdbcClient jdbc,
      Surveys surveys,
      Ladder ladder,
      SurveyLetters letters,
      Signals signals,
      Settings settings,
      BusinessClock clock,
      Audit audit) {
    this.jdbc = jdbc;
    this.surveys = surveys;
    this.ladder = ladder;
    this.letters = letters;
    this.signals = signals;
    this.settings = settings;
    this.clock = clock;
    this.audit = audit;
  }

  /** Who would be invited and who would not, because; writes nothing. */
  @Transactional(readOnly = true)
  public List<Candidate> candidates(long survey, Target target, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    return candidates(surveys.require(survey), survey, target, actor);
  }

  /** Which of the numbers are no customer's, in their order. */
  @Transactional(readOnly = true)
  public List<String> unknown(Target target, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    return jdbc.sql(Visible.in(UNKNOWN, actor))
        .params(Visible.to(actor))
        .param("refs", target.numbers().toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** Whether a new round of a survey would reach anybody. */
  boolean reaches(Survey survey, Target target, Actor actor) {
    return candidates(survey, NEW_ROUND, target, actor).stream().anyMatch(c -> c.because() == null);
  }

  private List<Candidate> candidates(Survey survey, long round, Target target, Actor actor) {
    return jdbc.sql(CANDIDATES)
        .params(Visible.to(actor))
        .param("survey", round)
        .param("rest", survey.restDays())
        .param("today", clock.today())
        .param("kind", survey.kindCode())
        .param("target", target.valid(survey.kind()))
        .param("refs", target.numbers().toArray(String[]::new))
        .param("day", signals.asOf())
        .param("zone", clock.getZone().getId())
        .param("softOptIn", settings.mail().softOptIn())
        .param("limit", target.limit())
        .query(Candidate.class)
        .list();
  }

  /** Invites them and plans their letters, which wait for the review of their kind; how many. */
  public int invite(long id, Target target, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    var survey = surveys.require(id);
    if (survey.closed()) {
      throw new Refused("survey.refused.closed");
    }
    var chosen =
        candidates(survey, id, target, actor).stream().filter(c -> c.because() == null).toList();
    ladder.writeToMany(survey.kind().rung(), chosen.size(), today(id), actor);
    var invited =
        jdbc.sql(INVITE)
            .param("survey", id)
            .param("customers", chosen.stream().map(Candidate::customer).toArray(Long[]::new))
            .param("lapses", chosen.stream().map(Candidate::lapse).toArray(Long[]::new))
            .param("member", actor.member())
            .param("now", clock.utc())
            .query(Long.class)
            .list();
    int written = letters.write(invited);
    audit.note(actor, "survey.invited", "survey", id, Map.of("customers", written));
    return written;
  }

  /** Many small circles are a large one. */
  private long today(long survey) {
    return jdbc.sql(
            """
            select count(*) from survey_invitation
             where survey_id = :survey and way = 'letter' and invited_at >= :since
            """)
        .param("survey", survey)
        .param("since", clock.today().atStartOfDay(clock.getZone()).toOffsetDateTime())
        .query(Long.class)
        .single();
  }
}
