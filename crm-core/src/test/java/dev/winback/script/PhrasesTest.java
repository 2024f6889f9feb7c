package dev.winback.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Role;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** CAL-24, CAL-25, CAL-26, CAL-37, CAL-39, CAL-42, OPS-08, OPS-09: the short texts of a call. */
@CoreTest
class PhrasesTest {

  @Autowired Phrases phrases;
  @Autowired Stories stories;
  private Actor manager;

  @BeforeEach
  void start() {
    manager = stories.manager();
  }

  @Test
  void sixClosedQuestionsHaveTheirOpenOnes() {
    assertThat(phrases.of(PhraseSort.QUESTION)).hasSize(6);
  }

  @Test
  void theFourObjectionsOfTheTradeAreAnswered() {
    assertThat(phrases.of(PhraseSort.OBJECTION))
        .extracting(Phrase::code)
        .contains("high-price", "vanished-goods", "bad-service", "competitor");
  }

  /** CAL-34: a firm that refuses may have people who need it at home. */
  @Test
  void aRefusalOfAFirmIsAnsweredByAskingForOwnNeed() {
    assertThat(phrases.of(PhraseSort.OBJECTION))
        .filteredOn(phrase -> phrase.code().equals("firm-refuses"))
        .singleElement()
        .satisfies(phrase -> assertThat(phrase.text()).contains("at home"));
  }

  @Test
  void wordsToAvoidTipsAndAngerAreShippedAndCompetitorsAreTheFirmsOwn() {
    assertThat(phrases.of(PhraseSort.AVOID))
        .extracting(Phrase::code)
        .contains("problem", "complaint", "how-are-you", "you-dont-know-me");
    assertThat(phrases.of(PhraseSort.TIP)).extracting(Phrase::code).contains("fifteen-seconds");
    assertThat(phrases.of(PhraseSort.ANGER)).extracting(Phrase::code).contains("listen", "middle");
    assertThat(phrases.of(PhraseSort.COMPARE)).isEmpty();
  }

  @Test
  void ownWordsReplaceShippedOnesUntilThoseAreRestored() {
    var shipped = phrases.of(PhraseSort.OBJECTION).get(0);
    var own = phrases.save(PhraseSort.OBJECTION, shipped.code(), "Dear!", "Why?", 0, manager);
    assertThat(own.text()).isEqualTo("Why?");
    assertThat(phrases.of(PhraseSort.OBJECTION).get(0).title()).isEqualTo("Dear!");
    assertThat(phrases.save(PhraseSort.OBJECTION, shipped.code(), "Dear!", "Why?", 0, manager))
        .isEqualTo(own);
    assertThatThrownBy(
            () -> phrases.save(PhraseSort.OBJECTION, shipped.code(), "x", "y", 0, manager))
        .isInstanceOf(Outdated.class);
    assertThat(phrases.restore(PhraseSort.OBJECTION, shipped.code(), manager).text())
        .isEqualTo(shipped.text());
  }

  @Test
  void aRetiredTextIsOnNoCardAndReturns() {
    phrases.retire(PhraseSort.TIP, "smile", true, manager);
    phrases.retire(PhraseSort.TIP, "smile", true, manager);
    assertThat(phrases.of(PhraseSort.TIP)).extracting(Phrase::code).doesNotContain("smile");
    assertThat(phrases.all(PhraseSort.TIP, manager)).extracting(Phrase::code).contains("smile");
    phrases.retire(PhraseSort.TIP, "smile", false, manager);
    assertThat(phrases.of(PhraseSort.TIP)).extracting(Phrase::code).contains("smile");
  }

  @Test
  void anOwnTextGetsACodeOfItsTitleAndNeedsWords() {
    var card = phrases.add(PhraseSort.COMPARE, "Tea & Co", "24 €/kg, we 26", manager);
    assertThat(card.code()).isEqualTo("tea-co");
    assertThat(phrases.of(PhraseSort.COMPARE)).containsExactly(card);
    for (var title : List.of("", " ", "x".repeat(161))) {
      assertThatThrownBy(() -> phrases.add(PhraseSort.TIP, title, "x", manager))
          .isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> phrases.restore(PhraseSort.COMPARE, "tea-co", manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whatFitsIsFoundByTheNameOfTheGoods() {
    var filter = phrases.add(PhraseSort.FITS, "sidamo", "Paper filters", manager);
    var rules = phrases.all(PhraseSort.FITS, manager);
    assertThat(Phrases.fitting(rules, List.of("Sidamo 500 g", "Tea"))).containsExactly(filter);
    assertThat(Phrases.fitting(rules, List.of("Tea"))).isEmpty();
  }

  @Test
  void adviceIsFoundByItsWordsWhereverTheyStand() {
    assertThat(phrases.search("POLITE excuse", stories.member("r", Role.REP))).isEmpty();
    assertThat(phrases.search("answer polite", manager)).extracting(Phrase::code).contains("whys");
  }

  @Test
  void onlyWhoKeepsScriptsChangesThem() {
    var rep = stories.member("r", Role.REP);
    assertThatThrownBy(() -> phrases.add(PhraseSort.TIP, "x", "y", rep))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> phrases.save(PhraseSort.TIP, "smile", "x", "y", 0, rep))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> phrases.retire(PhraseSort.TIP, "smile", true, rep))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> phrases.restore(PhraseSort.TIP, "smile", rep))
        .isInstanceOf(NotAllowed.class);
  }
}
