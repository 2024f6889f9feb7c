package dev.winback.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.reason.Reason;
import dev.winback.reason.Reasons;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** CAL-09 to CAL-11, CAL-19, CAL-23 to CAL-26, CAL-37, CAL-39: what is said in a call. */
@CoreTest
class ScriptsTest {

  @Autowired Scripts scripts;
  @Autowired Reasons reasons;
  @Autowired Stories stories;
  private Actor manager;

  @BeforeEach
  void hire() {
    manager = stories.manager();
  }

  private static Situation call(@Nullable String reason, String work, @Nullable Style style) {
    return new Situation(reason, work, style, 0, Map.of(Blank.NAME, "Anna $1 {rep}"));
  }

  private CallScript first() {
    return scripts.script(call(null, "call", null));
  }

  /** CAL-10, CAL-11: the apology is the last thing, and nothing is offered before the questions. */
  @Test
  void aFirstCallHasAllPartsInTheirOrder() {
    assertThat(first().steps()).extracting(CallScript.Step::part).containsExactly(Part.values());
    assertThat(first().style()).isEqualTo(Style.FLEXIBLE);
    assertThat(step(first(), Part.QUESTIONS))
        .contains("made you stop")
        .contains("change your mind");
    assertThat(step(first(), Part.OPENING)).doesNotContain("sorry");
    assertThat(step(first(), Part.THANKS)).contains("sorry");
  }

  private static String step(CallScript script, Part part) {
    return script.steps().stream()
        .filter(step -> step.part() == part)
        .map(CallScript.Step::words)
        .findAny()
        .orElseThrow();
  }

  /** UND-04: the firm ships words of its own for each of the twenty. */
  @Test
  void everyReasonHasItsOwnOptions() {
    var general = step(first(), Part.OPTIONS);
    assertThat(reasons.all()).hasSize(20);
    assertThat(reasons.all().stream().map(Reason::code))
        .allSatisfy(
            code ->
                assertThat(step(scripts.script(call(code, "call", null)), Part.OPTIONS))
                    .isNotEqualTo(general));
  }

  @Test
  void blanksAreFilledOnceAndWhatIsUnknownLeavesDots() {
    assertThat(step(first(), Part.OPENING)).isEqualTo("Good day, Anna $1 {rep}. This is … of ….");
  }

  /** CAL-23. */
  @Test
  void aRigidScriptIsReadOutAndAsksNoFiveWhys() {
    var rigid = scripts.script(call(null, "call", Style.RIGID));
    assertThat(rigid.steps()).extracting(CallScript.Step::part).doesNotContain(Part.WHYS);
    assertThat(step(rigid, Part.PURPOSE)).isNotEqualTo(step(first(), Part.PURPOSE));
    assertThat(scripts.choose(Style.RIGID, manager)).isEqualTo(Style.FLEXIBLE);
    assertThat(first().style()).isEqualTo(Style.RIGID);
  }

  /** CAL-19, CAL-31: other work, other words. */
  @Test
  void aThankYouOffersNothingAndAMessageIsOnePart() {
    var thanks = scripts.script(call("price", "thank_you", null));
    assertThat(thanks.steps()).extracting(CallScript.Step::part).doesNotContain(Part.OPTIONS);
    assertThat(step(thanks, Part.PURPOSE)).contains("thank you");
    var message = scripts.script(call(null, "voicemail", null));
    assertThat(message.steps()).hasSize(1);
    assertThat(message.steps().get(0).words()).contains("Once more");
  }

  /** CAL-24, CAL-25, CAL-37. */
  @Test
  void questionsAndObjectionsStandReadyThoseOfTheReasonFirst() {
    assertThat(first().questions()).hasSize(6);
    var price = scripts.script(call("competitor", "call", null)).objections();
    assertThat(price.get(0).code()).isEqualTo("attack");
    assertThat(price)
        .extracting(ScriptText::code)
        .contains("high-price", "vanished", "again-bad", "attack", "anger");
  }

  /** CAL-26, CAL-39. */
  @Test
  void eachCallHasAnotherTipAndTheWordsToAvoid() {
    assertThat(first().avoid()).extracting(ScriptText::title).contains("problem", "complaint");
    var second = scripts.script(new Situation(null, "call", null, 1, Map.of()));
    assertThat(first().tip()).isNotNull().isNotEqualTo(second.tip());
    scripts.texts(TextKind.TIP, "").forEach(tip -> scripts.retire(tip.id(), manager));
    assertThat(first().tip()).isNull();
  }

  @Test
  void theFirmWritesItsOwnWordsAndHasTheShippedOnesBack() {
    var text = scripts.texts(TextKind.PART, "Good day, {name}. This is").get(0);
    scripts.change(text.id(), entry("Greet", "Hello {name}!"), text.version(), manager);
    assertThat(step(first(), Part.OPENING)).startsWith("Hello Anna");
    assertThatThrownBy(() -> scripts.change(text.id(), entry("G", "x"), text.version(), manager))
        .isInstanceOf(Refused.class);
    assertThat(scripts.versions(text.id(), manager)).hasSize(1);
    scripts.undo(text.id(), manager);
    assertThat(step(first(), Part.OPENING)).startsWith("Good day");
    scripts.change(text.id(), entry("Greet", "Hi"), null, manager);
    assertThat(scripts.restoreShipped(text.id(), manager).changed()).isFalse();
    assertThat(scripts.versions(text.id(), manager))
        .extracting(EarlierText::words)
        .startsWith("Hi")
        .hasSize(4);
  }

  private static ScriptTextEntry entry(@Nullable String title, @Nullable String words) {
    return new ScriptTextEntry(title, words, null);
  }

  @Test
  void ownAnswersAreAddedForAReasonAndRetired() {
    var own = new ScriptTextEntry("Your lorry is late", "Since May …", "delivery");
    var added = scripts.add(TextKind.OBJECTION, own, manager);
    var objections = scripts.script(call("delivery", "call", null)).objections();
    assertThat(objections.get(0)).isEqualTo(added);
    scripts.retire(added.id(), manager);
    assertThat(first().objections()).extracting(ScriptText::id).doesNotContain(added.id());
    scripts.bringBack(added.id(), manager);
    assertThat(first().objections()).extracting(ScriptText::id).contains(added.id());
    assertThatThrownBy(() -> scripts.restoreShipped(added.id(), manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void wrongTextsAreRefusedAndNothingIsRun() {
    var text = scripts.texts(TextKind.PART, "").get(0);
    for (var wrong :
        new ScriptTextEntry[] {
          entry("", "x"), entry("x".repeat(121), "x"), entry("x", " "),
          entry("x", "x".repeat(2_001)), entry("x", "Hello {secret}"), entry("x", "{T(java.lang)}")
        }) {
      assertThatThrownBy(() -> scripts.change(text.id(), wrong, null, manager))
          .isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> scripts.retire(text.id(), manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> scripts.add(TextKind.PART, entry("x", "x"), manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(
            () ->
                scripts.add(TextKind.OBJECTION, new ScriptTextEntry("x", "x", "weather"), manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> scripts.change(text.id(), entry("x", "x"), null, stories.rep("rita")))
        .isInstanceOf(NotAllowed.class);
  }
}
