package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An end that a file or a program tells has what follows from the same end of a call (CAL-20). */
class ToldEndsTest extends LapseStories {

  @Autowired Contacts contacts;

  private CustomerId lost;

  @BeforeEach
  void twoAreLost() {
    lost = stories.aCustomer("LOST").silentFor(120).save();
    stories.aCustomer("OTHER").silentFor(120).save();
    night();
  }

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
    assertThat(
            jdbc.sql("select stage from lapse where customer_id <> :lost")
                .param("lost", lost.value())
                .query(String.class)
                .single())
        .as("nobody else")
        .isEqualTo("LATE");
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
    var other =
        new CustomerId(
            jdbc.sql("select id from customer where ref = 'OTHER'").query(Long.class).single());
    lapses.close(lapse(other), Stage.REFUSED, "final_no", manager);
    buys(other, today);
    return stages(other);
  }

  private String status() {
    return jdbc.sql("select status from customer where ref = 'LOST'").query(String.class).single();
  }

  private void told(String id, String result, int daysAgo) {
    contacts.record(
        List.of(
            new Contact(
                0,
                "LOST",
                "exchange",
                id,
                noon(today.minusDays(daysAgo)),
                Contact.Channel.PHONE,
                false,
                null,
                result,
                true,
                false,
                false,
                null,
                null)));
  }
}
