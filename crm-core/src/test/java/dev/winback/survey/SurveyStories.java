package dev.winback.survey;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import dev.winback.letter.Outbox;
import dev.winback.letter.SurveyLetters;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.task.Desk;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Findings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lost customer, a loyal one, and the three shipped surveys. */
@CoreTest
abstract class SurveyStories {

  static final Duration LEASE = Duration.ofMinutes(10);

  @Autowired Surveys surveys;
  @Autowired Invitations invitations;
  @Autowired SurveyAnswers answers;
  @Autowired SurveyForms forms;
  @Autowired SurveyLetters surveyLetters;
  @Autowired Outbox outbox;
  @Autowired Findings findings;
  @Autowired Signals signals;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  Actor manager;
  Actor rep;
  CustomerId lost;
  CustomerId loyal;
  LapseId lapse;
  long departed;
  long ofLoyal;
  long satisfaction;

  @BeforeEach
  void aFirmWithCustomers() {
    manager = stories.manager();
    rep = stories.rep("rita");
    lost = stories.aCustomer("L-1").ownedBy(rep).times(3).silentFor(95).save();
    loyal = stories.aCustomer("T-1").ownedBy(rep).buyingEvery(20).times(4).silentFor(5).save();
    lapse = desk.lapse(lost, rep, "1000", Stage.LOST);
    signals.foldAll(clock.today());
    departed = survey("departed");
    ofLoyal = survey("loyal");
    satisfaction = survey("satisfaction");
  }

  private long survey(String kind) {
    return jdbc.sql("select id from survey where kind = :kind")
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  int invite(long survey, String who) {
    return invitations.invite(survey, new Target(who, null, null), manager);
  }

  int inviteNumber(long survey, String ref) {
    return invitations.invite(survey, new Target(null, ref, null), manager);
  }

  /** The link of the only invitation of a survey. */
  String token(long survey) {
    long invitation =
        jdbc.sql("select id from survey_invitation where survey_id = :id")
            .param("id", survey)
            .query(Long.class)
            .single();
    var link = surveyLetters.link(invitation);
    return link.substring(link.lastIndexOf('/') + 1);
  }

  /** Answers by the kind of their question, in turn. */
  Map<String, String> form(long survey, String... pairs) {
    var form = new HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      var kind = QuestionKind.ofCode(pairs[i]);
      var question =
          surveys.questions(survey, false).stream().filter(q -> q.kind() == kind).findFirst();
      form.put("q" + question.orElseThrow().id(), pairs[i + 1]);
    }
    return form;
  }

  String state(String column) {
    return jdbc.sql("select " + column + " from letter where invitation_id is not null")
        .query(String.class)
        .single();
  }

  void live(int rung) {
    jdbc.sql("update rung set mode = 'live' where number = :rung").param("rung", rung).update();
  }

  long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  List<String> because(long survey, Target target) {
    return invitations.candidates(survey, target, manager).stream()
        .map(c -> c.ref() + " " + c.because())
        .toList();
  }
}
