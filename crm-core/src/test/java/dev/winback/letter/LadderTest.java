package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** LET-03: days and percent of each rung are settings, within their ranges, by marketing only. */
@CoreTest
class LadderTest {

  @Autowired Ladder ladder;
  @Autowired Rungs rungs;
  @Autowired Stories stories;
  @Autowired LadderStories letters;

  @ParameterizedTest
  @CsvSource({
    "0, 10, 30, 0, days",
    "3651, 10, 30, 0, days",
    "180, 10, 30, 0, days",
    "90, 101, 30, 0, percent",
    "90, -1, 30, 0, percent",
    "90, 10, 0, 0, couponDays",
    "90, 10, 366, 0, couponDays",
    "90, 10, 30, 91, control"
  })
  void aValueOutsideItsRangeIsRefusedByName(
      int days, int percent, int couponDays, int control, String field) {
    var edit = new RungEdit(days, percent, couponDays, control, null);
    assertThatThrownBy(() -> ladder.edit(1, edit, stories.marketing()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    assertThat(ladder.rung(1, stories.marketing()).days()).isEqualTo(90);
  }

  @Test
  void aCouponOfThirteenDaysWarnsAndOneOfFourteenDoesNot() {
    assertThat(edited(13).warnings()).hasSize(1);
    assertThat(edited(14).warnings()).isEmpty();
  }

  private Rung edited(int couponDays) {
    return ladder.edit(1, new RungEdit(90, 10, couponDays, 0, null), stories.marketing());
  }

  /** DET-04: only letters that ask for an answer can stay without one. */
  @Test
  void aLetterThatAsksForAnAnswerIsKnownAsOne() {
    var words = ladder.template(1, stories.marketing()).template();
    assertThat(words.asksReply()).isFalse();
    ladder.rewrite(1, asking(words), stories.marketing());
    assertThat(ladder.template(1, stories.marketing()).template().asksReply()).isTrue();
  }

  private static LetterTemplate asking(LetterTemplate words) {
    return new LetterTemplate(
        words.subject(),
        words.preheader(),
        words.greeting(),
        words.greetingFallback(),
        words.body(),
        words.buttonText(),
        words.buttonUrl(),
        words.signature(),
        words.fallbacks(),
        true);
  }

  @Test
  void theSecondOfTwoPeopleWhoEditTheSameVersionIsTold() {
    var seen = ladder.rung(1, stories.marketing()).version();
    ladder.edit(1, new RungEdit(91, 10, 30, 0, seen), stories.marketing());
    assertThatThrownBy(() -> ladder.edit(1, new RungEdit(92, 10, 30, 0, seen), stories.marketing()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void managersReadRepsDoNotAndNeitherEdits() {
    var manager = stories.manager();
    var rep = stories.rep("rep");
    assertThat(ladder.rungs(manager)).hasSize(3);
    assertThatThrownBy(() -> ladder.rungs(rep)).isInstanceOf(NotAllowed.class);
    for (var actor : new dev.winback.staff.Actor[] {manager, rep}) {
      assertThatThrownBy(() -> ladder.turn(1, Mode.LIVE, true, actor))
          .isInstanceOf(NotAllowed.class);
    }
    assertThat(ladder.rung(1, manager).mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void everyActIsAudited() {
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    ladder.edit(1, new RungEdit(80, 10, 30, 0, null), stories.marketing());
    ladder.rewrite(1, ladder.template(1, stories.marketing()).template(), stories.marketing());
    assertThat(letters.one("select count(*) from audit where subject = 'rung'", Long.class))
        .isEqualTo(3);
  }

  @Test
  void everyShippedLetterPassesItsOwnRules() {
    for (int rung = 0; rung <= 3; rung++) {
      var template = ladder.template(rung, stories.marketing()).template();
      TemplateRules.check(template);
      assertThat(template.subject()).hasSizeLessThanOrEqualTo(50);
    }
  }

  /** LET-17: who went through the whole cycle without buying is spoken to from the heart. */
  @Test
  void theLastRungIsShippedWithAnEmotionalHeadline() {
    var last = ladder.template(3, stories.marketing()).template();
    assertThat(last.subject()).isEqualTo("Is this really the end?");
    assertThat(last.body()).contains("Before we stop asking", "personally");
    for (int rung = 0; rung <= 2; rung++) {
      assertThat(ladder.template(rung, stories.marketing()).template().subject())
          .as("heard by those alone who went through all of them")
          .isNotEqualTo(last.subject());
    }
  }

  @Test
  void thePictureCountsWhoReachesARungInTheNextThirtyDays() {
    letters.silent("A", 59);
    letters.silent("B", 60);
    letters.silent("C", 89);
    letters.silent("D", 90);
    var picture = rungs.outlook(stories.marketing()).rungs();
    assertThat(picture.get(0).reachSoon()).isEqualTo(2);
    assertThat(picture.get(0).gets()).isOne();
    assertThat(picture.get(3).rung().number()).isZero();
  }
}
