package dev.winback.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.reason.Reasons;
import dev.winback.shared.Outdated;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Role;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * CAL-06, CAL-09, CAL-10, CAL-11, CAL-18, CAL-19, CAL-23: scripts for every reason are shipped, and
 * the firm makes them its own.
 */
@CoreTest
class ScriptsTest {

  private static final Pattern LINE = Pattern.compile("^[1-9]\\. ");

  @Autowired Scripts scripts;
  @Autowired Reasons reasons;
  @Autowired Stories stories;
  private Actor manager;

  @BeforeEach
  void start() {
    manager = stories.manager();
  }

  @Test
  void everyReasonHasAScriptOfItsOwnWithEveryStep() {
    for (var reason : reasons.all()) {
      var best = best(reason.code());
      assertThat(best.content().reasons()).as(reason.code()).containsExactly(reason.code());
      assertThat(best.content().passages())
          .extracting(Passage::step)
          .containsExactly(Step.values());
    }
  }

  private Script best(String reason) {
    return scripts.atHand(Occasion.CALL, reason, null).get(0);
  }

  @Test
  void theApologyStandsAtTheEndAndNeverInTheOpening() {
    for (var script : scripts.all(manager)) {
      for (var passage : script.content().passages()) {
        boolean sorry = passage.text().contains("sorry");
        assertThat(sorry && passage.step() != Step.CLOSE).as(script.code() + passage).isFalse();
      }
    }
  }

  /** CAL-11: three or four ways, and one of them is recommended. */
  @Test
  void everyReasonHasThreeOrFourOptionsAndOneOfThemIsRecommended() {
    for (var reason : reasons.all()) {
      var ways =
          words(best(reason.code()), Step.OPTIONS).lines().filter(LINE.asPredicate()).toList();
      assertThat(ways).as(reason.code()).hasSizeBetween(3, 4);
      assertThat(ways).as(reason.code()).filteredOn(way -> way.endsWith(".)")).hasSize(1);
    }
  }

  /** CAL-06: before anything else it is asked whether he has time. */
  @Test
  void everyCallAsksWhetherItIsConvenient() {
    for (var reason : reasons.all()) {
      assertThat(words(best(reason.code()), Step.CONVENIENT)).as(reason.code()).contains("?");
    }
  }

  /** CAL-19: day and hour, whose number, and the number twice. */
  @Test
  void theMessageOnAMachineNamesDayAndHourAndTheNumberTwice() {
    var machine = scripts.atHand(Occasion.VOICEMAIL, null, null).get(0);
    assertThat(words(machine, Step.OPENER)).contains("{rep}", "(day and hour)");
    assertThat(words(machine, Step.CLOSE)).contains("under …", "I repeat, slowly: …");
  }

  private static String words(Script script, Step step) {
    return script.content().passages().stream()
        .filter(passage -> passage.step() == step)
        .map(Passage::text)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatNobodyKnowsYetHasTheScriptForEveryLoss() {
    assertThat(scripts.atHand(Occasion.CALL, null, null).get(0).code()).isEqualTo("call");
  }

  @Test
  void anOwnReasonIsServedByItsProblemType() {
    assertThat(scripts.atHand(Occasion.CALL, "no-parking", "service").get(0).code())
        .isEqualTo("call-service-problem");
  }

  @Test
  void everyKindOfTaskAndTheMachineAndTheGatekeeperHaveTheirScript() {
    for (var occasion : Occasion.values()) {
      assertThat(scripts.atHand(occasion, "price", "price")).as(occasion.name()).isNotEmpty();
    }
    assertThat(Occasion.ofTask("thank_you")).isEqualTo(Occasion.THANK_YOU);
    assertThat(Occasion.ofTask("something_new")).isEqualTo(Occasion.CALL);
  }

  @Test
  void shippedTextsNameOnlyWhatCanBeFilledIn() {
    assertThat(scripts.all(manager)).isNotEmpty().allSatisfy(script -> script.content().require());
  }

  @Test
  void aChangedTextIsANewVersionAndTheSameTextIsNone() {
    var changed = scripts.save("call-price", text("Fewer words"), 0, manager);
    assertThat(changed.version()).isEqualTo(1);
    assertThat(scripts.save("call-price", text("Fewer words"), 1, manager).version()).isEqualTo(1);
    assertThat(best("price").content().title()).isEqualTo("Fewer words");
    assertThat(scripts.versions("call-price", manager)).hasSize(1);
  }

  private static Content text(String title) {
    return of(title, "Good day, {first name|sir}, {days} days!");
  }

  private static Content of(String title, String words) {
    return new Content(
        title,
        ScriptKind.RIGID,
        Occasion.CALL,
        List.of("price"),
        null,
        List.of(new Passage(Step.OPENER, words, null)),
        false);
  }

  @Test
  void whoSavesWithoutHavingReadTheLastVersionIsRefused() {
    scripts.save("call-price", text("One"), 0, manager);
    for (int seen : new int[] {-1, 0, 2, 999, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> scripts.save("call-price", text("Two"), seen, manager))
          .as("" + seen)
          .isInstanceOf(Outdated.class);
    }
    assertThat(scripts.save("call-price", text("Two"), 1, manager).version()).isEqualTo(2);
  }

  @Test
  void theShippedTextAndEveryVersionComeBack() {
    var shipped = best("price").content();
    scripts.save("call-price", text("One"), 0, manager);
    scripts.save("call-price", text("Two"), 1, manager);
    assertThat(scripts.restore("call-price", manager).content()).isEqualTo(shipped);
    assertThat(scripts.restore("call-price", manager).version()).isEqualTo(3);
    assertThat(scripts.again("call-price", 1, manager).content().title()).isEqualTo("One");
    assertThat(scripts.versions("call-price", manager)).hasSize(4);
  }

  @Test
  void anOwnScriptGoesBeforeAShippedOneAndCannotBeRestored() {
    var own = scripts.add(text("Our price call"), manager);
    assertThat(own.code()).isEqualTo("our-price-call");
    assertThat(scripts.add(text("Our price call"), manager).code()).isEqualTo("our-price-call-2");
    assertThat(best("price").code()).isEqualTo("our-price-call");
    assertThatThrownBy(() -> scripts.restore(own.code(), manager)).isInstanceOf(Refused.class);
  }

  @Test
  void aRetiredScriptIsOnNoCardUntilItReturns() {
    scripts.retire("call-price", true, manager);
    assertThat(best("price").code()).isNotEqualTo("call-price");
    scripts.retire("call-price", false, manager);
    assertThat(best("price").code()).isEqualTo("call-price");
  }

  @Test
  void anUnknownNameAStrayBraceAndAnEmptyTextAreRefused() {
    for (var words : List.of("{shoe size}", "{ {days}", "a } b", "  ", "x".repeat(4_001))) {
      assertThatThrownBy(() -> scripts.add(of("T", words), manager))
          .as(words)
          .isInstanceOf(Refused.class);
    }
    assertThat(scripts.add(of("T", "x".repeat(4_000)), manager).code()).isEqualTo("t");
    var unknown =
        new Content(
            "U",
            ScriptKind.RIGID,
            Occasion.CALL,
            List.of("none"),
            null,
            List.of(new Passage(Step.OPENER, "x", null)),
            false);
    assertThatThrownBy(() -> scripts.add(unknown, manager)).isInstanceOf(Refused.class);
  }

  @Test
  void aScriptSpeaksOfTheCustomerAndHasWordsWhereNothingIsKnown() {
    var known =
        stories.aCustomer("K-1").named("Weber GmbH").buyingEvery(30).times(3).silentFor(95).save();
    var filled = scripts.filled(of("T", "{name}: {days} days, {rep}"), known, manager);
    assertThat(filled.passages().get(0).text()).isEqualTo("Weber GmbH: 95 days, " + manager.name());
    var nobody = stories.aCustomer("K-2").neverBought().save();
    assertThat(
            scripts
                .filled(of("T", "{last goods|your goods}, {days|some}"), nobody, manager)
                .passages()
                .get(0)
                .text())
        .isEqualTo("your goods, some");
  }

  @Test
  void onlyWhoKeepsScriptsChangesThem() {
    var rep = stories.member("r", Role.REP);
    assertThat(scripts.all(rep)).isNotEmpty();
    assertThatThrownBy(() -> scripts.add(text("x"), rep)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> scripts.save("call", text("x"), 0, rep))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> scripts.restore("call", rep)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> scripts.retire("call", true, rep)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void aCardHasWordsAlsoWhereTheFirmHasRetiredAll() {
    scripts.all(manager).forEach(script -> scripts.retire(script.code(), true, manager));
    assertThat(scripts.atHand(Occasion.THANK_YOU, null, null))
        .extracting(Script::code)
        .containsExactly("call");
  }
}
