package dev.winback.survey;

import dev.winback.letter.SurveyLetters;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.Permission;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The surveys as the firm words them: three are shipped, more are made from them. */
@Service
@Transactional
public class Surveys {

  private static final int LONGEST_QUESTION = 300;

  private static final String LIST = Sql.of(Surveys.class, "surveys.sql");
  private static final String QUESTIONS = Sql.of(Surveys.class, "questions.sql");
  private static final String COPY = Sql.of(Surveys.class, "copy-questions.sql");
  private static final String ASK = Sql.of(Surveys.class, "ask.sql");
  private static final String REWORD = Sql.of(Surveys.class, "reword.sql");

  private final JdbcClient jdbc;
  private final BusinessClock clock;
  private final Audit audit;
  private final SurveyLetters letters;

  Surveys(JdbcClient jdbc, BusinessClock clock, Audit audit, SurveyLetters letters) {
    this.letters = letters;
    this.jdbc = jdbc;
    this.clock = clock;
    this.audit = audit;
  }

  /** The newest first; figures of all customers, because a survey is no customer's. */
  @Transactional(readOnly = true)
  public List<Survey> all(Actor actor) {
    actor.require(Permission.SEE_SURVEYS);
    return rows(null);
  }

  @Transactional(readOnly = true)
  public Survey one(long id, Actor actor) {
    actor.require(Permission.SEE_SURVEYS);
    return require(id);
  }

  Survey require(long id) {
    return rows(id).stream().findFirst().orElseThrow(() -> new NotFound("survey"));
  }

  private List<Survey> rows(@Nullable Long id) {
    return jdbc.sql(LIST).param("id", id).query(Survey.class).list();
  }

  /** In their order; with the retired ones only for who reads old answers. */
  @Transactional(readOnly = true)
  public List<Question> questions(long survey, boolean retired) {
    return jdbc.sql(QUESTIONS)
        .param("survey", survey)
        .param("retired", retired)
        .query(Question.class)
        .list();
  }

  /** A new one of a kind, with the questions and words of the newest of that kind. */
  public long create(SurveyKind kind, SurveyEntry entry, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    long id =
        jdbc.sql(
                """
                insert into survey (kind, title, intro, thanks, created_by, created_at)
                select :kind, :title, coalesce(nullif(:intro, ''), s.intro, ''), coalesce(nullif(:thanks, ''), s.thanks, ''),
                       :member, :now
                  from (select 1) one
                  left join lateral (select * from survey where kind = :kind order by id desc limit 1) s on true
                returning id
                """)
            .param("kind", kind.code())
            .param("title", entry.validTitle())
            .param("intro", entry.validIntro())
            .param("thanks", entry.validThanks())
            .param("member", actor.member())
            .param("now", clock.utc())
            .query(Long.class)
            .single();
    jdbc.sql(COPY).param("survey", id).param("kind", kind.code()).update();
    audit.note(actor, "survey.made", "survey", id, Map.of());
    return id;
  }

  public void change(long id, SurveyEntry entry, @Nullable Long version, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    require(id);
    int changed =
        jdbc.sql(
                """
                update survey set title = :title, intro = :intro, thanks = :thanks, version = version + 1
                 where id = :id and (:version::bigint is null or version = :version::bigint)
                """)
            .param("title", entry.validTitle())
            .param("intro", entry.validIntro())
            .param("thanks", entry.validThanks())
            .param("id", id)
            .param("version", version)
            .update();
    if (changed == 0) {
      throw new Outdated("survey.refused.changed");
    }
    audit.note(actor, "survey.changed", "survey", id, Map.of());
  }

  /** Nobody is invited and nobody answers any more; open it again by the same way. */
  public void close(long id, boolean closed, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    require(id);
    jdbc.sql(
            """
            update survey set closed_at = case when :closed then coalesce(closed_at, :now) end, version = version + 1
             where id = :id
            """)
        .param("closed", closed)
        .param("now", clock.utc())
        .param("id", id)
        .update();
    letters.judgeSurvey(id);
    audit.note(actor, closed ? "survey.closed" : "survey.opened", "survey", id, Map.of());
  }

  /** One more question, at the end. */
  public void ask(long survey, QuestionKind kind, String text, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    require(survey);
    jdbc.sql(ASK)
        .param("survey", survey)
        .param("kind", kind.code())
        .param("text", valid(text))
        .update();
  }

  /** Other words; once somebody has answered, the old question retires and a new one is asked. */
  public void reword(long survey, long question, String text, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    require(survey, question);
    jdbc.sql(REWORD)
        .param("id", question)
        .param("text", valid(text))
        .param("now", clock.utc())
        .update();
  }

  public void retire(long survey, long question, boolean retired, Actor actor) {
    actor.require(Permission.RUN_SURVEYS);
    require(survey, question);
    jdbc.sql(
            "update survey_question set retired_at = case when :retired then :now::timestamptz end where id = :id")
        .param("retired", retired)
        .param("now", clock.utc())
        .param("id", question)
        .update();
  }

  private void require(long survey, long question) {
    if (questions(survey, true).stream().noneMatch(q -> q.id() == question)) {
      throw new NotFound("question");
    }
  }

  private static String valid(String text) {
    var words = SurveyEntry.text("text", text, LONGEST_QUESTION).replaceAll("\\s+", " ");
    if (words.isEmpty()) {
      throw Refused.field("text", "survey.refused.question");
    }
    return words;
  }
}
