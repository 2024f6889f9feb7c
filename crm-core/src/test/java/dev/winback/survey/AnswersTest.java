package dev.winback.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.alarm.AlarmFilter;
import dev.winback.alarm.Alarms;
import dev.winback.customer.Customers;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.signal.Signal;
import dev.winback.signal.SignalKind;
import dev.winback.why.Finding;
import dev.winback.why.FindingField;
import dev.winback.why.Telling;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers flow into what is known of the loss, alarm, and stand in a list (UND-12 to UND-16). */
class AnswersTest extends SurveyStories {

  private static final AlarmFilter ALL = new AlarmFilter("all");

  @Autowired Alarms alarms;
  @Autowired Customers customers;

  private Finding known() {
    return findings.of(lapse, manager).orElseThrow();
  }

  @Test
  void whatTheCustomerAnswersIsHisOwnWordAboutTheLoss() {
    invite(departed, "lost");
    var form =
        form(departed, "reason", "delivery", "words", "late", "severity", "4", "wish", "call me");
    assertThat(forms.answer(token(departed), form)).contains(true);
    assertThat(known().known())
        .containsEntry(FindingField.STATED, "delivery")
        .containsEntry(FindingField.WORDS, "late")
        .containsEntry(FindingField.SEVERITY, "4")
        .containsEntry(FindingField.WISH, "call me")
        .containsEntry(FindingField.SAID_BY, "customer");
    assertThat(known().member()).as("nobody but he").isNull();
    assertThat(alarms.count(ALL, manager)).as("one alarm, by the loss").isOne();
  }

  @Test
  void anAnswerIsStoredOnceAndASecondOneChangesNothing() {
    invite(departed, "lost");
    forms.answer(token(departed), form(departed, "reason", "delivery"));
    assertThat(forms.form(token(departed)).orElseThrow().done()).isTrue();
    assertThat(forms.answer(token(departed), form(departed, "reason", "price"))).contains(true);
    assertThat(known().reason()).isEqualTo("delivery");
    assertThat(rows("survey_answer")).isOne();
  }

  @Test
  void lookingChangesNothingAndAnEmptyFormIsNoAnswer() {
    invite(departed, "lost");
    assertThat(forms.form(token(departed)).orElseThrow().questions()).hasSize(4);
    assertThat(forms.answer(token(departed), Map.of("q999", "x", "other", "y"))).contains(false);
    assertThat(rows("survey_answer")).isZero();
    assertThat(forms.form(token(departed)).orElseThrow().done()).isFalse();
  }

  @Test
  void whatDoesNotFitTheQuestionIsRefused() {
    invite(departed, "lost");
    var token = token(departed);
    assertThatThrownBy(() -> forms.answer(token, form(departed, "severity", "6")))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> forms.answer(token, form(departed, "reason", "none-such")))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> forms.answer(token, form(departed, "words", "x".repeat(2_001))))
        .isInstanceOf(Refused.class);
    assertThat(forms.answer(token, form(departed, "words", "x".repeat(2_000)))).contains(true);
  }

  @Test
  void aForgedAndAnUnknownTokenAreTheSame() {
    invite(departed, "lost");
    var token = token(departed);
    var forged = token.substring(0, token.length() - 2) + (token.endsWith("AA") ? "BB" : "AA");
    assertThat(forms.form(forged)).isEmpty();
    assertThat(forms.form("nonsense")).isEmpty();
    assertThat(forms.answer(forged, form(departed, "reason", "price"))).isEmpty();
    jdbc.sql("update letter set invitation_id = null, rung = 1").update();
    jdbc.sql("delete from survey_invitation").update();
    assertThat(forms.form(token)).isEmpty();
  }

  @Test
  void theMarksOfWhoStaysAlarmWithoutALoss() {
    invite(satisfaction, "active");
    forms.answer(token(satisfaction), form(satisfaction, "satisfaction", "2"));
    var alarm = alarms.page(ALL, null, 1, rep).items().get(0);
    assertThat(alarm.fact()).isEqualTo("answer");
    assertThat(alarm.satisfaction()).isEqualTo(2);
    assertThat(alarm.severity()).isNull();
    answers.byPhone(ofLoyal, "T-1", form(ofLoyal, "text", "a rude driver"), rep);
    assertThat(alarms.count(ALL, manager)).isOne();
  }

  @Test
  void satisfiedWithThreeIsNoAlarmAndASeverityOfThreeIs() {
    answers.byPhone(
        satisfaction, "T-1", form(satisfaction, "satisfaction", "3", "severity", "2"), rep);
    assertThat(alarms.count(ALL, manager)).isZero();
    long other = surveys.create(SurveyKind.SATISFACTION, new SurveyEntry("2", null, null), manager);
    answers.byPhone(other, "T-1", form(other, "severity", "3", "wish", "be on time"), rep);
    assertThat(alarms.page(ALL, null, 1, rep).items().get(0))
        .satisfies(
            alarm -> {
              assertThat(alarm.severity()).isEqualTo(3);
              assertThat(alarm.words()).isEqualTo("be on time");
            });
  }

  @Test
  void aMemberWritesDownWhatHeHeardOnceAndTakesItBackHimself() {
    long answer =
        answers.byPhone(departed, "L-1", form(departed, "reason", "rep", "severity", "5"), rep);
    assertThat(known().reason()).isEqualTo("rep");
    assertThat(known().member()).isEqualTo("Rita");
    assertThatThrownBy(
            () -> answers.byPhone(departed, "L-1", form(departed, "reason", "price"), manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> answers.takeBack(answer, manager)).isInstanceOf(NotFound.class);
    answers.takeBack(answer, rep);
    assertThat(findings.of(lapse, rep)).isEmpty();
    assertThat(alarms.count(new AlarmFilter("standing"), manager)).isZero();
    assertThat(rows("survey_answer")).isZero();
    answers.byPhone(departed, "L-1", form(departed, "reason", "price"), rep);
    assertThat(known().reason()).isEqualTo("price");
  }

  @Test
  void whatWasToldSinceStaysWhenAnAnswerIsTakenBack() {
    long answer = answers.byPhone(departed, "L-1", form(departed, "reason", "rep"), rep);
    findings.tell(lapse, Telling.reason("price"), manager);
    answers.takeBack(answer, rep);
    assertThat(known().reason()).isEqualTo("price");
  }

  @Test
  void onTheTelephoneSomethingMustBeSaidAndHeMustBeOnesOwn() {
    assertThatThrownBy(() -> answers.byPhone(departed, "L-1", Map.of(), rep))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                answers.byPhone(departed, "L-1", form(departed, "words", "x"), stories.rep("otto")))
        .isInstanceOf(NotFound.class);
    assertThat(rows("survey_invitation")).isZero();
  }

  @Test
  void theListIsPagedFilteredAndExportedAlikeAndARepSeesHisOwn() {
    for (int i = 0; i < 3; i++) {
      stories.aCustomer("A-" + i).buyingEvery(20).times(4).silentFor(5).save();
      answers.byPhone(
          satisfaction, "A-" + i, form(satisfaction, "satisfaction", "" + (i + 1)), manager);
    }
    answers.byPhone(satisfaction, "T-1", form(satisfaction, "satisfaction", "5"), rep);
    var all = new AnswerFilter(satisfaction, null);
    var seen = new ArrayList<Long>();
    String after = null;
    do {
      var page = answers.page(all, after, 2, manager);
      page.items().forEach(row -> seen.add(row.invitation()));
      after = page.next();
    } while (after != null);
    var exported = new ArrayList<Long>();
    answers.export(all, manager, row -> exported.add(row.invitation()));
    assertThat(seen).hasSize(4).isEqualTo(exported);
    assertThat(answers.count(new AnswerFilter(satisfaction, true), manager)).isEqualTo(2);
    assertThat(answers.count(all, rep)).isOne();
    var question = surveys.questions(satisfaction, false).get(0);
    assertThat(answers.page(all, null, 1, rep).items().get(0).to(question)).isEqualTo("5");
  }

  @Test
  void anErasedPersonLeavesHisMarksAndNoWord() {
    answers.byPhone(
        departed,
        "L-1",
        form(departed, "reason", "price", "words", "zenobia", "severity", "3"),
        rep);
    customers.erase("L-1", manager);
    assertThat(jdbc.sql("select answer from survey_answer order by 1").query(String.class).list())
        .containsExactly("3", "price");
  }

  /** DET-04: whoever fills in our form has answered. */
  @Test
  void whoAnswersIsNotUnresponsive() {
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, agreed, result)
            select :c, 'test', 'm-' || n, :at, 'phone', true, 'not_there' from generate_series(1, 3) n
            """)
        .param("c", lost.value())
        .param("at", clock.today().minusDays(10).atStartOfDay().atOffset(ZoneOffset.UTC))
        .update();
    signals.foldAll(clock.today());
    assertThat(shown()).contains(SignalKind.UNRESPONSIVE);
    invite(departed, "lost");
    forms.answer(token(departed), form(departed, "reason", "delivery"));
    assertThat(shown()).doesNotContain(SignalKind.UNRESPONSIVE);
  }

  private List<SignalKind> shown() {
    return signals.of(lost).stream().map(Signal::kind).toList();
  }
}
