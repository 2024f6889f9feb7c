package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapsesClosed;
import dev.winback.lapse.LapsesReopened;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** LET-19: one letter of the director for a loss, printed, brought, and by whom. */
@CoreTest
class DirectorLettersTest {

  private static final DirectorWords WORDS =
      new DirectorWords("We are guilty but have corrected it", "Dear Irina", "Bike 7");

  @Autowired PromptStories stories;
  @Autowired DirectorLetters letters;
  @Autowired Customers customers;
  @Autowired Merges merges;
  @Autowired ApplicationEventPublisher events;

  private Actor manager;
  private Actor rep;
  private LapseId lapse;

  @BeforeEach
  void aLossOfARep() {
    manager = stories.people.manager();
    rep = stories.people.rep("rita");
    lapse = lossOf("A");
  }

  private LapseId lossOf(String ref) {
    var customer = stories.people.aCustomer(ref).ownedBy(rep).silentFor(95).save();
    return new LapseId(
        stories.one(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (%d, 1, 'LOST', '2026-06-01', 'night', '2026-02-26', 1, 'EUR') returning id
            """
                .formatted(customer.value()),
            Long.class));
  }

  @Test
  void aManagerAsksForOneAndTheRepBringsIt() {
    assertThatThrownBy(() -> letters.ask(lapse, WORDS, rep)).isInstanceOf(NotAllowed.class);
    long id = letters.ask(lapse, WORDS, manager);
    assertThatThrownBy(() -> letters.ask(lapse, WORDS, manager)).isInstanceOf(Refused.class);
    assertThat(letters.count(true, rep)).isOne();
    letters.handed(id, "", rep);
    assertThatThrownBy(() -> letters.handed(id, "Other", manager)).isInstanceOf(Refused.class);
    var letter = letters.letter(id, rep);
    assertThat(letter.state()).isEqualTo("handed");
    assertThat(letter.handedBy()).isEqualTo("Rita");
    assertThat(letter.courier()).isEqualTo("Bike 7");
    assertThat(letters.count(true, rep)).isZero();
    letters.undo(id, rep);
    assertThat(letters.letter(id, rep).state()).isEqualTo("open");
  }

  @Test
  void droppedMakesRoomForAnotherOneAndIsTakenBackOnlyWithoutIt() {
    long first = letters.ask(lapse, WORDS, manager);
    letters.drop(first, manager);
    letters.undo(first, manager);
    letters.drop(first, manager);
    letters.ask(lapse, WORDS, manager);
    assertThatThrownBy(() -> letters.undo(first, manager)).isInstanceOf(Refused.class);
    assertThat(letters.page(false, null, 10, manager).items()).hasSize(2);
  }

  @Test
  void anEndedLossHasNoneAndTheOneThatWaitedComesBackWithIt() {
    long id = letters.ask(lapse, WORDS, manager);
    stories.execute("update lapse set stage = 'REFUSED', closed_on = '2026-06-01'");
    events.publishEvent(new LapsesClosed(List.of(lapse)));
    assertThat(letters.count(true, rep)).isZero();
    assertThatThrownBy(() -> letters.ask(lapse, WORDS, manager)).isInstanceOf(Refused.class);
    stories.execute("update lapse set stage = 'LOST', closed_on = null");
    events.publishEvent(new LapsesReopened(List.of(lapse)));
    assertThat(letters.letter(id, rep).state()).isEqualTo("open");
  }

  @Test
  void whatWasDroppedIsNotTakenBackForALossThatHasEnded() {
    long id = letters.ask(lapse, WORDS, manager);
    letters.drop(id, manager);
    stories.execute("update lapse set stage = 'REFUSED', closed_on = '2026-06-01'");
    assertThatThrownBy(() -> letters.undo(id, manager)).isInstanceOf(Refused.class);
    stories.execute("update lapse set stage = 'LOST', closed_on = null");
    letters.undo(id, manager);
    assertThat(letters.letter(id, rep).state()).isEqualTo("open");
  }

  @Test
  void whatChangesNothingIsRefusedAndNotNoted() {
    long id = letters.ask(lapse, WORDS, manager);
    assertThatThrownBy(() -> letters.undo(id, manager)).isInstanceOf(Refused.class);
    letters.drop(id, manager);
    assertThatThrownBy(() -> letters.handed(id, "", rep)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> letters.drop(id, rep)).isInstanceOf(Refused.class);
    assertThat(
            stories.one("select count(*) from audit where subject = 'director_letter'", Long.class))
        .as("asked for and dropped")
        .isEqualTo(2);
  }

  @Test
  void oneThatWaitsGoesOnWithTheOpenLossThatItsOwnBecamePartOf() {
    var part = lossOf("B");
    long id = letters.ask(part, WORDS, manager);
    long merge = merges.merge("A", "B", Set.of(), manager);
    assertThat(stories.one("select merged_with from lapse where id = " + part.value(), Long.class))
        .isEqualTo(lapse.value());
    assertThat(letters.letter(id, manager).state()).isEqualTo("open");
    assertThatThrownBy(() -> letters.ask(lapse, WORDS, manager)).isInstanceOf(Refused.class);
    merges.part("A", merge, manager);
    assertThat(letters.letter(id, rep).state()).isEqualTo("open");
  }

  @Test
  void oneThatSomebodyDroppedStaysDropped() {
    letters.drop(letters.ask(lapse, WORDS, manager), manager);
    events.publishEvent(new LapsesClosed(List.of(lapse)));
    events.publishEvent(new LapsesReopened(List.of(lapse)));
    assertThat(letters.count(true, rep)).isZero();
  }

  @Test
  void nothingIsBroughtToWhoIsErased() {
    letters.ask(lapse, WORDS, manager);
    customers.erase("A", manager);
    assertThat(
            stories.one(
                "select (dropped_at is not null)::text || body from director_letter", String.class))
        .isEqualTo("true");
  }

  @Test
  void aStrangerDoesNotFindIt() {
    long id = letters.ask(lapse, WORDS, manager);
    var other = stories.people.rep("otto");
    assertThatThrownBy(() -> letters.letter(id, other)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> letters.handed(id, "", other)).isInstanceOf(NotFound.class);
    assertThat(letters.count(false, other)).isZero();
  }

  @Test
  void withoutWordsItIsRefused() {
    assertThatThrownBy(() -> letters.ask(lapse, new DirectorWords("x", " ", ""), manager))
        .isInstanceOf(Refused.class);
  }
}
