package dev.winback.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** UND-22: what changed and when is written down, taken away and put back. */
@CoreTest
class BusinessEventsTest {

  @Autowired BusinessEvents events;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  private Actor manager;

  @BeforeEach
  void start() {
    manager = stories.manager();
  }

  private static EventEntry entry(String day, String kind, String title) {
    return new EventEntry(day, kind, title);
  }

  @Test
  void anEventIsTakenAwayAndPutBackHoweverOften() {
    long id = events.add(entry("2026-03-01", "price-rise", " Price  list 1 March "), manager);
    assertThat(standing()).containsExactly("Price list 1 March");
    events.remove(id, manager);
    events.remove(id, manager);
    assertThat(standing()).isEmpty();
    events.restore(id, manager);
    events.restore(id, manager);
    assertThat(standing()).hasSize(1);
    assertThatThrownBy(() -> events.remove(id + 1, manager)).isInstanceOf(NotFound.class);
  }

  @Test
  void eventsOfSomeDaysAndPageAfterPage() {
    long march = events.add(entry("2026-03-01", "price-rise", "Price list"), manager);
    long same = events.add(entry("2026-03-01", "strike", "No lorries"), manager);
    long april = events.add(entry("2026-04-01", "move", "New yard"), manager);
    events.remove(events.add(entry("2026-03-02", "other", "An error"), manager), manager);
    assertThat(ids(events.between(day("2026-03-01"), day("2026-03-31"), manager)))
        .containsExactly(march, same);
    assertThat(ids(events.between(day("2026-03-02"), day("2026-04-01"), manager)))
        .containsExactly(april);
    var first = events.page(null, 2, manager);
    assertThat(ids(first.items())).containsExactly(april, same);
    var rest = events.page(first.next(), 2, manager);
    assertThat(ids(rest.items())).containsExactly(march);
    assertThat(rest.next()).isNull();
  }

  private static List<Long> ids(List<EventMark> marks) {
    return marks.stream().map(EventMark::id).toList();
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  @Test
  void whoMaySeeNoLossesSeesNoEvents() {
    var marketing = stories.marketing();
    assertThatThrownBy(() -> events.page(null, 2, marketing)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> events.between(day("2026-03-01"), day("2026-03-31"), marketing))
        .isInstanceOf(NotAllowed.class);
    assertThat(events.page(null, 2, stories.rep("rep")).items()).isEmpty();
  }

  private List<String> standing() {
    return jdbc.sql("select title from business_event where removed_at is null")
        .query(String.class)
        .list();
  }

  @Test
  void eachFieldIsRefusedByItsName() {
    assertRefused(entry("March", "strike", "x"), "day");
    assertRefused(entry("2026-03-01", "war", "x"), "kind");
    assertRefused(entry("2026-03-01", "strike", " "), "title");
    assertRefused(entry("2026-03-01", "strike", "x".repeat(121)), "title");
    events.add(entry("2026-03-01", "strike", "x".repeat(120)), manager);
  }

  private void assertRefused(EventEntry entry, String field) {
    assertThatThrownBy(() -> events.add(entry, manager))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void managersAndTheAdministratorKeepEvents() {
    events.add(entry("2026-03-01", "move", "x"), stories.admin());
    for (var other : List.of(stories.rep("rep"), stories.marketing())) {
      assertThatThrownBy(() -> events.add(entry("2026-03-01", "move", "x"), other))
          .isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> events.remove(1, other)).isInstanceOf(NotAllowed.class);
      assertThatThrownBy(() -> events.restore(1, other)).isInstanceOf(NotAllowed.class);
    }
  }
}
