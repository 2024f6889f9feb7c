package dev.winback.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** UND-13, UND-14, UND-16, MEA-16: the surveys as the firm words them. */
class SurveysTest extends SurveyStories {

  @Test
  void threeAreShippedWithTheirQuestions() {
    assertThat(surveys.all(manager))
        .extracting(Survey::kindCode)
        .containsExactlyInAnyOrder("departed", "loyal", "satisfaction");
    assertThat(surveys.questions(departed, false))
        .extracting(Question::text)
        .startsWith("What is the reason for the termination?");
    assertThat(surveys.questions(ofLoyal, false).get(0).text())
        .isEqualTo("What could happen that would make you leave?");
  }

  @Test
  void aNewOneOfAKindAsksWhatTheNewestAsks() {
    surveys.ask(departed, QuestionKind.TEXT, "And now?", manager);
    long copy =
        surveys.create(
            SurveyKind.DEPARTED, new SurveyEntry(" Spring   2026 ", null, null), manager);
    assertThat(surveys.one(copy, manager).title()).isEqualTo("Spring 2026");
    assertThat(surveys.one(copy, manager).intro()).startsWith("You have not ordered");
    assertThat(surveys.questions(copy, false))
        .hasSize(5)
        .last()
        .extracting(Question::text)
        .isEqualTo("And now?");
  }

  @Test
  void aQuestionThatWasAnsweredKeepsItsWordsAndANewOneIsAsked() {
    var first = surveys.questions(departed, false).get(1);
    surveys.reword(departed, first.id(), "What annoyed you?", manager);
    assertThat(surveys.questions(departed, false).get(1))
        .satisfies(
            q -> {
              assertThat(q.id()).isEqualTo(first.id());
              assertThat(q.text()).isEqualTo("What annoyed you?");
            });
    answers.byPhone(departed, "L-1", form(departed, "words", "slow"), rep);
    surveys.reword(departed, first.id(), "What went wrong?", manager);
    var now = surveys.questions(departed, false).get(1);
    assertThat(now.id()).isNotEqualTo(first.id());
    assertThat(now.text()).isEqualTo("What went wrong?");
    assertThat(surveys.questions(departed, true)).hasSize(5);
    surveys.reword(departed, now.id(), "What went wrong?", manager);
    assertThat(surveys.questions(departed, true)).hasSize(5);
  }

  @Test
  void aQuestionRetiresAndComesBack() {
    var first = surveys.questions(departed, false).get(0);
    surveys.retire(departed, first.id(), true, manager);
    assertThat(surveys.questions(departed, false)).hasSize(3);
    surveys.retire(departed, first.id(), false, manager);
    assertThat(surveys.questions(departed, false)).hasSize(4);
    assertThatThrownBy(() -> surveys.retire(ofLoyal, first.id(), true, manager))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void wordsAreCheckedAndAnOlderVersionIsRefused() {
    assertThatThrownBy(() -> surveys.create(SurveyKind.LOYAL, SurveyEntry.EMPTY, manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> surveys.ask(departed, QuestionKind.TEXT, " ", manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> surveys.ask(departed, QuestionKind.TEXT, "x".repeat(301), manager))
        .isInstanceOf(Refused.class);
    var entry = new SurveyEntry("New", "Hello", "Thanks");
    surveys.change(departed, entry, 0L, manager);
    assertThatThrownBy(() -> surveys.change(departed, entry, 0L, manager))
        .isInstanceOf(Outdated.class);
  }

  @Test
  void aClosedOneInvitesNobodyAndTakesNoAnswer() {
    surveys.close(departed, true, manager);
    assertThatThrownBy(() -> invite(departed, "lost")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> answers.byPhone(departed, "L-1", form(departed, "words", "x"), rep))
        .isInstanceOf(Refused.class);
    surveys.close(departed, false, manager);
    assertThat(invite(departed, "lost")).isOne();
  }

  /** A closing that is taken back kills no letter that waited. */
  @Test
  void aSurveyThatIsOpenedAgainSendsWhatWaited() {
    assertThat(invite(departed, "lost")).isOne();
    assertThat(state("state")).isEqualTo("HELD");
    surveys.close(departed, true, manager);
    assertThat(state("state")).isEqualTo("SUPPRESSED");
    surveys.close(departed, false, manager);
    assertThat(state("state")).isEqualTo("HELD");
    assertThat(state("hold_reason")).isEqualTo("REVIEW");
  }

  /** "At most so many" counts those who can be asked. */
  @Test
  void whoCannotBeAskedTakesNobodysPlace() {
    stories
        .aCustomer("X-1")
        .buyingEvery(20)
        .times(4)
        .silentFor(5)
        .amount("9999")
        .consent(false)
        .save();
    signals.foldAll(clock.today());
    assertThat(because(satisfaction, new Target(null, "X-1,T-1", null)))
        .containsExactly("T-1 null", "X-1 no-basis");
  }

  @Test
  void managersAndMarketingRunThemAndRepsOnlyRead() {
    assertThat(surveys.all(rep)).hasSize(3);
    assertThatThrownBy(() -> surveys.change(departed, SurveyEntry.EMPTY, null, rep))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> invitations.invite(departed, new Target(null, null, null), rep))
        .isInstanceOf(NotAllowed.class);
    surveys.ask(departed, QuestionKind.TEXT, "What?", stories.marketing());
    assertThatThrownBy(() -> answers.byPhone(departed, "L-1", Map.of(), stories.marketing()))
        .isInstanceOf(NotAllowed.class);
  }
}
