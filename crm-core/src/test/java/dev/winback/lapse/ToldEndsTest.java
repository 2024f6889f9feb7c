package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An end that a file or a program tells has what follows from the same end of a call (CAL-20). */
class ToldEndsTest extends ToldStories {

  @ParameterizedTest
  @CsvSource({
    "final_no, REFUSED, active",
    "not_wanted, NOT_WANTED, active",
    "person_gone, GONE, left",
    "talked, LATE, active"
  })
  void itEndsAsACallOfOursDoes(String result, String stage, String status) {
    told("C1", result, 1);
    assertThat(stages(lost)).containsExactly(stage);
    assertThat(status()).isEqualTo(status);
    assertThat(stages(other())).as("nobody else").containsExactly("LATE");
    told("C1", result, 1);
    night();
    assertThat(stages(lost)).containsExactly(stage);
  }

  @Test
  void aNoOfBeforeTheLossEndsNothing() {
    told("C1", "final_no", 200);
    told("C2", "not_wanted", 121);
    told("C3", "person_gone", 130);
    assertThat(stages(lost)).containsExactly("LATE");
    assertThat(status()).as("he bought after he had gone").isEqualTo("active");
  }

  @Test
  void whatAManagerHasOpenedAgainStaysOpen() {
    told("C1", "final_no", 1);
    decisions.reopen(lapse(lost), "he has called", manager);
    told("C1", "final_no", 1);
    told("C2", "talked", 1);
    assertThat(stages(lost)).containsExactly("LATE");
  }

  @Test
  void aCorrectionThatSaysSoCountsToo() {
    told("C1", "talked", 1);
    told("C1", "final_no", 1);
    assertThat(stages(lost)).containsExactly("REFUSED");
  }

  @Test
  void aPurchaseAfterANoReturnsHimAllTheSame() {
    told("C1", "final_no", 1);
    buys(lost, today);
    assertThat(stages(lost)).isEqualTo(afterACallOfOurs());
  }

  private List<String> afterACallOfOurs() {
    var other = other();
    lapses.close(lapse(other), Stage.REFUSED, "final_no", manager);
    buys(other, today);
    return stages(other);
  }

  /** rules.md, late correction: what is derived from it follows. */
  @Test
  void aNoThatWasAMistakeIsNone() {
    told("C1", "final_no", 1);
    told("C1", "talked", 1);
    assertThat(stages(lost)).containsExactly("LATE");
    told("C1", "not_wanted", 1);
    told("C1", "final_no", 1);
    assertThat(stages(lost)).containsExactly("REFUSED");
    night();
    assertThat(stages(lost)).containsExactly("REFUSED");
  }

  /** Whichever comes first, the night or the no, he is lost and has refused. */
  @ParameterizedTest
  @CsvSource({"final_no, REFUSED", "not_wanted, NOT_WANTED", "talked, LATE"})
  void aNoOfBeforeTheNightThatOpensTheLossEndsIt(String result, String stage) {
    var early = stories.aCustomer("EARLY").silentFor(80).save();
    contacts.record(List.of(contact("EARLY", "E1", result, 1)));
    night();
    assertThat(stages(early)).isEmpty();
    passDays(12);
    night();
    assertThat(stages(early)).containsExactly(stage);
    decisionStaysOpen(early, stage);
    passDays(1);
    night();
  }

  private void decisionStaysOpen(CustomerId early, String stage) {
    if (!stage.equals("LATE")) {
      decisions.reopen(lapse(early), "he has called", manager);
      night();
      assertThat(stages(early)).containsExactly("LATE");
    }
  }
}
