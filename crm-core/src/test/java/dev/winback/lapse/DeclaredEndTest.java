package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.signal.SignalKind;
import dev.winback.signal.Signals;
import dev.winback.task.TaskRow;
import dev.winback.task.Tasks;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DET-14: who says himself that he ends it is lost at once, and somebody is to ask him why. */
class DeclaredEndTest extends LapseStories {

  @Autowired Facts facts;
  @Autowired Signals signals;
  @Autowired Tasks tasks;

  private void says(String ref, String result, LocalDate day) {
    facts.record(
        ImportType.CONTACTS,
        List.of(
            Map.of(
                "customer",
                ref,
                "time",
                day.toString(),
                "channel",
                "phone",
                "direction",
                "in",
                "result",
                result)),
        null,
        manager);
  }

  @Test
  void theLapseIsThereAtOnceLostAndAssigned() {
    stories.rep("ann");
    var customer = stories.aCustomer("K-1").buyingEvery(30).times(5).silentFor(3).save();
    night();
    assertThat(stages(customer)).isEmpty();
    says("K-1", "ended", today);
    assertThat(signals.of(customer)).extracting(s -> s.kind()).containsExactly(SignalKind.ENDED);
    assertThat(stages(customer)).containsExactly("LOST");
    assertThat(field(customer, "assignee")).isNotNull();
    assertThat(field(customer, "opened_by")).isEqualTo("ended");
    night();
    assertThat(stages(customer)).containsExactly("LOST");
  }

  /** Whichever way the word came, somebody asks him why. */
  @Test
  void afterTheNightSomebodyHasTheCallThatAsksWhyHeLeft() {
    var ann = stories.rep("ann");
    stories.aCustomer("K-1").buyingEvery(30).times(5).silentFor(3).save();
    night();
    says("K-1", "ended", today);
    night();
    passDays(1);
    assertThat(tasks.today(null, null, null, ann).queue())
        .extracting(TaskRow::ref, TaskRow::aimWord)
        .containsExactly(tuple("K-1", "call.left"));
  }

  @Test
  void anyOtherWordOpensNothing() {
    var customer = stories.aCustomer("K-1").silentFor(3).save();
    night();
    says("K-1", "talked", today);
    assertThat(stages(customer)).isEmpty();
  }

  @Test
  void beforeTheFirstNightNobodyHasAStage() {
    var customer = stories.aCustomer("K-1").silentFor(3).save();
    says("K-1", "ended", today);
    assertThat(stages(customer)).isEmpty();
    night();
    assertThat(stages(customer)).containsExactly("LOST");
  }

  @Test
  void aPurchaseAfterItReturnsHim() {
    var customer = stories.aCustomer("K-1").silentFor(3).save();
    night();
    says("K-1", "ended", today);
    passDays(2);
    buys(customer, today);
    assertThat(stages(customer)).containsExactly("RETURNED");
    assertThat(signals.of(customer)).isEmpty();
  }

  @Test
  void aPurchaseThatWasThereBeforeMakesItAFalseAlarm() {
    var customer = stories.aCustomer("K-1").silentFor(30).save();
    night();
    says("K-1", "ended", today.minusDays(10));
    assertThat(stages(customer)).containsExactly("LOST");
    buys(customer, today.minusDays(5));
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
  }

  @Test
  void aWordThatWasTakenBackWasAFalseAlarm() {
    var customer = stories.aCustomer("K-1").silentFor(30).save();
    night();
    says("K-1", "ended", today);
    // the same contact, corrected by its source
    facts.record(ImportType.CONTACTS, List.of(contact("K-1", "ended", "7")), null, manager);
    assertThat(stages(customer)).containsExactly("LOST");
    jdbc.sql("delete from contact where external_id <> '7'").update();
    facts.record(ImportType.CONTACTS, List.of(contact("K-1", "talked", "7")), null, manager);
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
    night();
    assertThat(stages(customer)).containsExactly("FALSE_ALARM");
  }

  /** Decision 114: nobody waits for the night, and what was a mistake is taken back. */
  @Test
  void whoIsLateAlreadyIsLostAtOnceAndLateAgainWhenHeDidNotSaySo() {
    var customer = stories.aCustomer("K-1").silentFor(100).save();
    night();
    assertThat(stages(customer)).containsExactly("LATE");
    facts.record(ImportType.CONTACTS, List.of(contact("K-1", "ended", "7")), null, manager);
    assertThat(stages(customer)).containsExactly("LOST");
    assertThat(field(customer, "lost_on")).isNotNull();
    facts.record(ImportType.CONTACTS, List.of(contact("K-1", "talked", "7")), null, manager);
    assertThat(stages(customer)).containsExactly("LATE");
    assertThat(field(customer, "lost_on")).isNull();
    night();
    assertThat(stages(customer)).containsExactly("LATE");
  }

  /** Any contact of a customer whom silence has lost leaves him so. */
  @Test
  void whoIsLostBySilenceStaysSoWhateverHeSays() {
    var customer = stories.aCustomer("K-1").silentFor(200).save();
    night();
    facts.record(ImportType.CONTACTS, List.of(contact("K-1", "ended", "7")), null, manager);
    facts.record(ImportType.CONTACTS, List.of(contact("K-1", "talked", "7")), null, manager);
    assertThat(stages(customer)).containsExactly("LOST");
  }

  private Map<String, String> contact(String ref, String result, String own) {
    return Map.of(
        "customer",
        ref,
        "time",
        today.toString(),
        "channel",
        "phone",
        "direction",
        "in",
        "result",
        result,
        "contact",
        own);
  }

  /** One word of one customer is no reason to ask anew who may have all the others. */
  @Test
  void whatWaitsForOthersIsLeftToTheNight() {
    var other = stories.aCustomer("K-0").silentFor(100).save();
    stories.aCustomer("K-1").buyingEvery(30).times(5).silentFor(3).save();
    night();
    var ann = stories.rep("ann");
    says("K-1", "ended", today);
    assertThat(field(other, "assignee")).isNull();
    night();
    assertThat(field(other, "assignee")).isEqualTo(ann.member());
  }
}
