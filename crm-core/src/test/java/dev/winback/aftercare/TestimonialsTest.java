package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** RET-06, LET-26: a testimonial is asked for after a return and published with consent only. */
class TestimonialsTest extends CareStories {

  @Autowired Testimonials testimonials;
  @Autowired Customers customers;

  private static TestimonialEntry entry(String state, String words, String until) {
    return new TestimonialEntry(state, words, "Anna, Lyon", until);
  }

  private ArrayList<String> exported() {
    var words = new ArrayList<String>();
    testimonials.export(manager, row -> words.add(row.words()));
    return words;
  }

  @Test
  void askingIsATaskFourMonthsAfterTheReturn() {
    var customer = returned("20.00");
    goTo(LocalDate.of(2026, 9, 28)); // tomorrow it is 120 days
    settle();
    assertThat(tasks(customer)).contains("testimonial open");
  }

  @Test
  void onlyWhatIsAgreedToIsExportedAndOnlyAsLongAsAgreed() {
    var customer = returned("20.00");
    testimonials.tell(lapse(customer), entry("asked", null, null), rep);
    assertThat(exported()).isEmpty();
    testimonials.tell(lapse(customer), entry("agreed", "They came back to us", "2026-06-02"), rep);
    assertThat(exported()).containsExactly("They came back to us");
    passDays(1);
    assertThat(exported()).hasSize(1);
    passDays(1);
    assertThat(exported()).isEmpty();
    assertThat(testimonials.count("agreed", manager)).isEqualTo(1);
    assertThat(testimonials.count("published", manager)).isZero();
  }

  @Test
  void aConsentThatIsTakenBackCountsAndAMistakeBringsTheOneBeforeBack() {
    var customer = returned("20.00");
    testimonials.tell(lapse(customer), entry("agreed", "Good", null), rep);
    long no = testimonials.tell(lapse(customer), entry("declined", null, null), rep);
    assertThat(exported()).isEmpty();
    testimonials.undo(no, rep);
    testimonials.undo(no, rep);
    assertThat(exported()).containsExactly("Good");
  }

  @Test
  void whoHasNotComeBackIsNotAskedAndWithoutWordsNothingIsPublished() {
    var customer = lost();
    assertThatThrownBy(
            () -> testimonials.tell(lapse(customer), entry("asked", null, null), manager))
        .isInstanceOf(Refused.class);
    buys(customer, "20.00");
    assertThatThrownBy(
            () -> testimonials.tell(lapse(customer), entry("agreed", " ", null), manager))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("words"));
  }

  @Test
  void anotherRepFindsNeitherTheLossNorTheWords() {
    var customer = returned("20.00");
    long told = testimonials.tell(lapse(customer), entry("agreed", "Good", null), rep);
    var other = stories.rep("bob");
    assertThatThrownBy(() -> testimonials.undo(told, other)).isInstanceOf(NotFound.class);
    assertThat(testimonials.count(null, other)).isZero();
  }

  @Test
  void anErasedPersonSaysNothingAnyMore() {
    var customer = returned("20.00");
    testimonials.tell(lapse(customer), entry("agreed", "Zenobia says so", null), rep);
    customers.erase(ref(customer), manager);
    assertThat(exported()).isEmpty();
    assertThat(
            jdbc.sql("select coalesce(words, signature) from testimonial")
                .query(String.class)
                .list())
        .containsOnlyNulls();
  }

  private String ref(CustomerId customer) {
    return jdbc.sql("select ref from customer where id = :c")
        .param("c", customer.value())
        .query(String.class)
        .single();
  }

  /** A later return is another loss, and the same person. */
  @Test
  void aConsentTakenBackAfterALaterReturnHoldsForWhatHeSaidBefore() {
    var customer = returned("20.00");
    testimonials.tell(lapse(customer), entry("agreed", "Good", null), rep);
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, returned_on,
                               credit)
            select customer_id, 2, stage, opened_on, opened_by, silent_since, value_year, currency, returned_on, credit from lapse
            """)
        .update();
    long later = jdbc.sql("select max(id) from lapse").query(Long.class).single();
    testimonials.tell(new dev.winback.lapse.LapseId(later), entry("declined", null, null), manager);
    assertThat(exported()).isEmpty();
    assertThat(testimonials.count(null, manager)).isEqualTo(1);
    assertThat(testimonials.of(lapse(customer), manager).orElseThrow().published()).isFalse();
  }

  @Test
  void whoWasGivenUpIsAskedForNothing() {
    var customer = lost();
    jdbc.sql("update lapse set stage = 'REFUSED', version = version + 1").update();
    assertThatThrownBy(
            () -> testimonials.tell(lapse(customer), entry("asked", null, null), manager))
        .isInstanceOf(Refused.class);
  }
}
