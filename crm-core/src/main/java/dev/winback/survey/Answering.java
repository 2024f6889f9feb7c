package dev.winback.survey;

import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerErased;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.letter.SurveyLetters;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.why.FindingField;
import dev.winback.why.Findings;
import dev.winback.why.Telling;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the answers of one invitation, once, with all that follows from them. */
@Component
class Answering {

  /** Longest answer in characters. */
  static final int LONGEST = 2_000;

  private static final String INVITED = Sql.of(Answering.class, "invited.sql");
  private static final String FORGET = Sql.of(Answering.class, "forget.sql");

  private final JdbcClient jdbc;
  private final Surveys surveys;
  private final Findings findings;
  private final SurveyLetters letters;
  private final Contacts contacts;
  private final BusinessClock clock;
  private final ApplicationEventPublisher events;

  Answering(
      JdbcClient jdbc,
      Surveys surveys,
      Findings findings,
      SurveyLetters letters,
      Contacts contacts,
      BusinessClock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.surveys = surveys;
    this.findings = findings;
    this.letters = letters;
    this.contacts = contacts;
    this.clock = clock;
    this.events = events;
  }

  /** An invitation as it stands; the loss is the one that is worked on. */
  record Invited(
      long id,
      long survey,
      long customer,
      @Nullable Long lapse,
      boolean answered,
      @Nullable Long answeredBy,
      @Nullable Long finding) {}

  /** Locked, so that two answers at once are one; empty for one of an erased person. */
  Optional<Invited> lock(long invitation) {
    jdbc.sql("select id from survey_invitation where id = :id for update")
        .param("id", invitation)
        .query(Long.class)
        .optional();
    return find(invitation);
  }

  Optional<Invited> find(long invitation) {
    return jdbc.sql(INVITED).param("id", invitation).query(Invited.class).optional();
  }

  /** What fits to the questions of the survey; nothing, when all is blank. */
  Map<Question, String> read(long survey, Map<String, String> form, List<String> reasons) {
    var answers = new LinkedHashMap<Question, String>();
    for (var question : surveys.questions(survey, false)) {
      // a zero byte, as comes with what was copied out of a PDF, is no text for the database
      var text = form.getOrDefault("q" + question.id(), "").replace("\0", "").strip();
      if (!text.isEmpty()) {
        answers.put(question, valid(question, text, reasons));
      }
    }
    return answers;
  }

  private static String valid(Question question, String text, List<String> reasons) {
    var field = "q" + question.id();
    if (text.length() > LONGEST) {
      throw Refused.field(field, "survey.refused.too-long", LONGEST, text.length());
    }
    boolean mark = question.kind().mark();
    boolean known = question.kind() != QuestionKind.REASON || reasons.contains(text);
    if (mark && !text.matches("[1-5]") || !known) {
      throw Refused.field(field, "survey.refused.answer");
    }
    return text;
  }

  /** Who writes it down; null: the customer himself. */
  void store(Invited invited, Map<Question, String> answers, @Nullable Actor actor) {
    answers.forEach((question, text) -> add(invited.id(), question.id(), text));
    var finding = learn(invited, answers, actor);
    jdbc.sql(
            """
            update survey_invitation set answered_at = :now, answered_by = :member, finding_id = :finding where id = :id
            """)
        .param("now", clock.utc())
        .param("member", actor == null ? null : actor.member())
        .param("finding", finding)
        .param("id", invited.id())
        .update();
    letters.judgeInvitation(invited.id());
    events.publishEvent(new SurveyAnswered(invited.id()));
    contacts.heard(new CustomerId(invited.customer()));
  }

  private void add(long invitation, long question, String text) {
    jdbc.sql(
            """
            insert into survey_answer (invitation_id, question_id, answer) values (:invitation, :question, :answer)
            """)
        .param("invitation", invitation)
        .param("question", question)
        .param("answer", text)
        .update();
  }

  private @Nullable Long learn(
      Invited invited, Map<Question, String> answers, @Nullable Actor actor) {
    var lapse = invited.lapse();
    var said = new EnumMap<FindingField, String>(FindingField.class);
    answers.forEach(
        (question, text) -> {
          var field = question.kind().field();
          if (field != null) {
            said.merge(field, text, (one, other) -> one + "\n" + other);
          }
        });
    return lapse == null || said.isEmpty()
        ? null
        : findings.tellBySurvey(new LapseId(lapse), new Telling(said, List.of()), actor);
  }

  /** The answers are gone, and what was learnt by them, unless something was told since. */
  void undo(Invited invited, Actor actor) {
    jdbc.sql("delete from survey_answer where invitation_id = :id")
        .param("id", invited.id())
        .update();
    jdbc.sql(
            """
            update survey_invitation set answered_at = null, answered_by = null, finding_id = null where id = :id
            """)
        .param("id", invited.id())
        .update();
    var lapse = invited.lapse();
    if (lapse != null && invited.finding() != null) {
      findings.undoIfLast(new LapseId(lapse), invited.finding(), actor);
    }
    letters.judgeInvitation(invited.id());
    events.publishEvent(new SurveyAnswered(invited.id()));
    contacts.heard(new CustomerId(invited.customer()));
  }

  @EventListener
  void forget(CustomerErased erased) {
    jdbc.sql(FORGET).param("customer", erased.customer().value()).update();
  }
}
