package dev.winback.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * UND-05, UND-06, UND-07, UND-08, UND-09, UND-11, UND-17, UND-18, UND-21, UND-26: what is known of
 * a loss and who says so.
 */
class FindingsTest extends WhyStories {

  @Test
  void theStatedAndTheRealReasonAreTwoAndTheRealOneCounts() {
    findings.tell(lapse, telling("stated", "price", "saidBy", "customer"), rep);
    assertThat(known().reason()).isEqualTo("price");
    findings.tell(lapse, telling("real", "delivery"), rep);
    assertThat(known().get("stated")).isEqualTo("price");
    assertThat(known().get("real")).isEqualTo("delivery");
    assertThat(known().reason()).isEqualTo("delivery");
  }

  @Test
  void whoDoesNotSayWhoSaysSoHasGuessed() {
    findings.tell(lapse, telling("stated", "price"), rep);
    assertThat(known().guess()).isTrue();
    findings.tell(lapse, telling("saidBy", "customer"), rep);
    assertThat(known().guess()).isFalse();
    findings.tell(lapse, telling("real", "rules"), rep);
    assertThat(known().guess()).as("another reason, again nobody's word").isTrue();
    assertThat(known().said()).contains(FindingField.REAL, FindingField.SAID_BY);
  }

  @Test
  void whatIsNotAReasonNeedsNobodyWhoSaysSo() {
    findings.tell(lapse, telling("wish", "call me on Fridays"), rep);
    assertThat(known().get("saidBy")).isNull();
    assertThat(known().guess()).isFalse();
  }

  @Test
  void theProblemTypeFollowsTheReasonUntilSomebodyCorrectsIt() {
    findings.tell(lapse, telling("stated", "price"), rep);
    assertThat(known().problem()).isEqualTo("price");
    findings.tell(lapse, telling("problem", "both"), rep);
    assertThat(known().problem()).isEqualTo("both");
    findings.tell(lapse, telling("words", "dear and slow"), rep);
    assertThat(known().problem()).as("kept with the same reason").isEqualTo("both");
    findings.tell(lapse, telling("real", "politeness"), rep);
    assertThat(known().problem()).as("of the new reason").isEqualTo("service");
    findings.tell(lapse, telling("real", "moved", "problem", "price"), rep);
    assertThat(known().problem()).isEqualTo("price");
    findings.tell(lapse, telling("problem", ""), rep);
    assertThat(known().problem()).isNull();
  }

  @Test
  void everyRowKeepsWhatWasNewInItAndCarriesTheRestOver() {
    findings.tell(lapse, telling("stated", "price", "severity", "4"), rep);
    clock.forward(Duration.ofDays(1));
    findings.tell(lapse, telling("human", "yes", "blameUs", "the driver"), manager);
    var history = findings.history(lapse, manager);
    assertThat(history).hasSize(2);
    assertThat(history.get(0).said())
        .containsExactlyInAnyOrder(FindingField.HUMAN, FindingField.BLAME_US);
    assertThat(history.get(0).known())
        .containsEntry(FindingField.STATED, "price")
        .containsEntry(FindingField.SEVERITY, "4")
        .containsEntry(FindingField.HUMAN, "true")
        .containsEntry(FindingField.BLAME_US, "the driver");
    assertThat(history.get(0).member()).isEqualTo("Manager");
    assertThat(history.get(1).known()).doesNotContainKey(FindingField.HUMAN);
    assertThat(history.get(1).current()).isFalse();
  }

  @Test
  void theSameToldAgainChangesNothing() {
    var all = Telling.of(Map.of("stated", "price", "severity", "3"), List.of("a", "b"));
    findings.tell(lapse, all, rep);
    findings.tell(lapse, all, rep);
    assertThat(rows("finding")).isOne();
    assertThat(log()).hasSize(1);
  }

  @Test
  void anEmptyTextTakesAFieldAwayAndNothingAtAllIsRefused() {
    findings.tell(lapse, telling("stated", "price", "competitor", "Müller"), rep);
    findings.tell(lapse, telling("competitor", " "), rep);
    assertThat(known().get("competitor")).isNull();
    assertThat(known().get("stated")).isEqualTo("price");
    assertRefused(Telling.NOTHING, "stated");
    assertRefused(Telling.reason("  "), "stated");
  }

  @ParameterizedTest
  @CsvSource({
    "stated,no-such",
    "real,Price",
    "problem,money",
    "saidBy,me",
    "severity,0",
    "severity,6",
    "severity,bad",
    "human,perhaps",
    "personality,mason"
  })
  void whatIsNoneOfTheWordsIsRefusedByItsField(String field, String text) {
    assertRefused(telling(field, text), field);
    assertThat(rows("finding")).isZero();
  }

  @Test
  void textsHaveTheirLimitAndWhysTheirNumber() {
    findings.tell(lapse, telling("words", "x".repeat(2_000)), rep);
    assertRefused(telling("words", "x".repeat(2_001)), "words");
    var five = List.of("1", "2", "", "3", "4", "5");
    findings.tell(lapse, Telling.of(Map.of(), five), rep);
    assertThat(known().whys()).containsExactly("1", "2", "3", "4", "5");
    assertThatThrownBy(() -> Telling.of(Map.of(), List.of("1", "2", "3", "4", "5", "6")))
        .isInstanceOf(Refused.class);
    findings.tell(lapse, telling("severity", "1"), rep);
    assertThat(known().whys()).as("of one conversation alone").isEmpty();
  }

  private void assertRefused(Telling telling, String field) {
    assertThatThrownBy(() -> findings.tell(lapse, telling, rep))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  /** A script may send one text: a code, or what the customer said. */
  @Test
  void aSentenceIsKeptAsHisOwnWordsAndAMisspeltCodeIsRefused() {
    findings.tell(lapse, Telling.reason("Müller is cheaper"), rep);
    assertThat(known().reason()).isEqualTo("other");
    assertThat(known().get("words")).isEqualTo("Müller is cheaper");
    findings.tell(lapse, Telling.reason("product_gone"), rep);
    assertThat(known().reason()).isEqualTo("product-gone");
    assertRefused(Telling.reason("prise"), "stated");
  }

  @Test
  void theLastTellingCanBeTakenBackAndAnEarlierOneOnlyCorrected() {
    findings.tell(lapse, telling("stated", "price"), rep);
    findings.tell(lapse, telling("real", "delivery"), rep);
    var history = findings.history(lapse, rep);
    assertThatThrownBy(() -> findings.undo(lapse, history.get(1).id(), rep))
        .isInstanceOf(Refused.class);
    findings.undo(lapse, history.get(0).id(), rep);
    findings.undo(lapse, history.get(0).id(), rep);
    assertThat(known().reason()).isEqualTo("price");
    assertThat(findings.history(lapse, rep)).hasSize(2).first().matches(Finding::undone);
    findings.undo(lapse, history.get(1).id(), rep);
    assertThat(findings.of(lapse, rep)).isEmpty();
  }

  @Test
  void theHistorySurvivesTheEndOfTheLapseAndItsReopening() {
    findings.tell(lapse, telling("stated", "price"), rep);
    jdbc.sql("update lapse set stage = 'REFUSED', version = version + 1").update();
    findings.tell(lapse, telling("real", "rules"), rep);
    jdbc.sql("update lapse set stage = 'WORKING', version = version + 1").update();
    assertThat(findings.history(lapse, rep)).hasSize(2);
    assertThat(known().reason()).isEqualTo("rules");
  }

  @Test
  void eachTellingMakesANewVersionOfTheLapse() {
    var before = version();
    findings.tell(lapse, telling("stated", "price"), rep);
    assertThat(version()).isGreaterThan(before);
  }

  private long version() {
    return jdbc.sql("select version from lapse").query(Long.class).single();
  }

  @Test
  void marketingReadsCodesAndNoWordsAndTellsNothing() {
    findings.tell(
        lapse, Telling.of(Map.of("stated", "price", "words", "dear"), List.of("why")), rep);
    var seen = findings.of(lapse, stories.marketing()).orElseThrow();
    assertThat(seen.reason()).isEqualTo("price");
    assertThat(seen.get("words")).isNull();
    assertThat(seen.whys()).isEmpty();
    assertThat(seen.said()).doesNotContain(FindingField.WORDS);
    assertThatThrownBy(() -> findings.tell(lapse, telling("human", "no"), stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> findings.tell(lapse, telling("human", "no"), stories.rep("other")))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void nobodyTellsOfAnErasedPerson() {
    jdbc.sql("update customer set erased_at = now()").update();
    assertThatThrownBy(() -> findings.tell(lapse, telling("human", "no"), rep))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aRecordThatBecamePartOfAnotherBringsWhatWasKnownOfIt() {
    findings.tell(lapse, telling("stated", "price"), rep);
    var lead = desk.lapse(stories.aCustomer("K-2").silentFor(95), rep, "500");
    jdbc.sql(
            "update lapse set stage = 'MERGED', stage_before = 'LOST', merged_with = :lead where id = :part")
        .param("lead", lead.value())
        .param("part", lapse.value())
        .update();
    assertThat(findings.of(lead, manager).orElseThrow().reason()).isEqualTo("price");
    findings.tell(lead, telling("severity", "2"), rep);
    assertThat(findings.of(lead, manager).orElseThrow().known())
        .containsEntry(FindingField.STATED, "price")
        .containsEntry(FindingField.SEVERITY, "2");
    assertThat(findings.history(lead, manager)).hasSize(2);
    assertThat(jdbc.sql("select lapse_id from lapse_why").query(Long.class).list())
        .containsExactly(lead.value());
  }
}
