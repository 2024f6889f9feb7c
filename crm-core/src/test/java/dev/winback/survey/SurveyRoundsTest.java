package dev.winback.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** MEA-16: customers are asked regularly, and nobody more often than the setting lets. */
class SurveyRoundsTest extends SurveyStories {

  @Autowired SurveyRounds rounds;

  private long night(int days) {
    var day = LocalDate.of(2026, 6, 1).plusDays(days);
    clock.setDay(day);
    signals.foldAll(day);
    return rounds.repeat(day);
  }

  @Test
  void theFirstRoundIsTonightAndTheNextOneAfterThePeriod() {
    rounds.repeat(satisfaction, 60, 50, 30, manager);
    assertThat(night(0)).isEqualTo(1);
    assertThat(night(0)).as("the same night again").isZero();
    assertThat(night(59)).isZero();
    assertThat(night(60)).isEqualTo(1);
    assertThat(surveys.all(manager)).hasSize(5);
    var now = surveys.all(manager).get(0);
    assertThat(now.repeatOn()).isEqualTo("2026-09-29");
    assertThat(surveys.questions(now.id(), false))
        .extracting(Question::text)
        .isEqualTo(surveys.questions(satisfaction, false).stream().map(Question::text).toList());
    assertThat(surveys.one(satisfaction, manager).repeatDays()).as("handed on").isNull();
  }

  @Test
  void nobodyIsAskedAgainBeforeHisRestIsOver() {
    rounds.repeat(satisfaction, 10, 50, 40, manager);
    assertThat(night(0)).isEqualTo(1);
    assertThat(night(10)).isZero();
    assertThat(surveys.all(manager)).as("no empty round").hasSize(4);
    assertThat(surveys.all(manager).get(0).repeatOn()).isEqualTo("2026-06-21");
    assertThat(night(30)).isZero();
    assertThat(night(40)).isEqualTo(1);
  }

  @Test
  void aPersonWhoInvitesByHandKeepsTheRestToo() {
    assertThat(invite(satisfaction, "active")).isEqualTo(1);
    long other = surveys.create(SurveyKind.SATISFACTION, new SurveyEntry("B", "", ""), manager);
    assertThat(invitations.candidates(other, new Target("active", null, null), manager))
        .extracting(Candidate::because)
        .containsExactly("asked-lately");
  }

  @Test
  void itEndsWithTheSettingAndWithTheSurvey() {
    rounds.repeat(satisfaction, 30, 50, 7, manager);
    rounds.repeat(satisfaction, null, null, 7, manager);
    assertThat(night(0)).isZero();
    rounds.repeat(satisfaction, 30, 50, 7, manager);
    surveys.close(satisfaction, true, manager);
    assertThat(night(0)).isZero();
    assertThatThrownBy(() -> rounds.repeat(departed, 30, 50, 7, manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> rounds.repeat(satisfaction, 3, 50, 7, manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> rounds.repeat(satisfaction, 30, 50, 7, rep))
        .isInstanceOf(NotAllowed.class);
  }

  @Test
  void whoWantedItMayHaveLeft() {
    var marketing = stories.marketing();
    rounds.repeat(satisfaction, 30, 50, 7, marketing);
    jdbc.sql("update member set active = false where id = :id")
        .param("id", marketing.member())
        .update();
    assertThat(night(0)).isEqualTo(1);
  }
}
