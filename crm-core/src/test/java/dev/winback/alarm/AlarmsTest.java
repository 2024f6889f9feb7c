package dev.winback.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Stage;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.task.Desk;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.why.Findings;
import dev.winback.why.Telling;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** UND-12 and the golden number "severity alarm": 2 no, 3 at once, however it was told. */
@CoreTest
class AlarmsTest {

  private static final AlarmFilter UNSEEN = new AlarmFilter(null);
  private static final AlarmFilter ALL = new AlarmFilter("all");

  @Autowired Alarms alarms;
  @Autowired Facts facts;
  @Autowired Findings findings;
  @Autowired Merges merges;
  @Autowired Customers customers;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired MovableClock clock;
  private Actor manager;
  private Actor rep;
  private CustomerId customer;

  @BeforeEach
  void aCustomer() {
    manager = stories.manager();
    rep = stories.rep("rita");
    customer = stories.aCustomer("K-1").ownedBy(rep).silentFor(95).save();
  }

  private void complains(String own, int severity, String... more) {
    var row =
        new HashMap<>(
            Map.of("customer", "K-1", "time", "2026-05-31", "complaint", own, "text", "late"));
    row.put("severity", "" + severity);
    for (int i = 0; i < more.length; i += 2) {
      row.put(more[i], more[i + 1]);
    }
    facts.record(ImportType.COMPLAINTS, List.of(row), null, manager);
  }

  private AlarmRow only() {
    return alarms.page(ALL, null, 10, manager).items().get(0);
  }

  @Test
  void aMarkOfTwoIsNoAlarmAndOneOfThreeIsOneAtOnce() {
    complains("a", 2);
    assertThat(alarms.count(ALL, manager)).isZero();
    complains("b", 3);
    assertThat(alarms.unseen(manager)).isOne();
    assertThat(only().severity()).isEqualTo(3);
    assertThat(only().words()).isEqualTo("late");
  }

  @Test
  void theSameComplaintToldTwiceIsOneAlarm() {
    complains("a", 4);
    clock.forward(Duration.ofHours(1));
    complains("a", 4);
    complains("a", 4, "member", "rita");
    assertThat(alarms.count(ALL, manager)).isOne();
    assertThat(only().raisedAt().toInstant()).isEqualTo(clock.instant().minusSeconds(3600));
    complains("b", 5);
    assertThat(alarms.count(ALL, manager)).isEqualTo(2);
  }

  @Test
  void aMarkThatIsCorrectedBelowThreeTakesTheAlarmBackWithANote() {
    complains("a", 4);
    complains("a", 2);
    assertThat(alarms.unseen(manager)).isZero();
    assertThat(only().note()).isEqualTo("corrected");
    assertThat(alarms.count(new AlarmFilter("taken-back"), manager)).isOne();
    complains("a", 3);
    assertThat(alarms.unseen(manager)).isOne();
    assertThat(only().note()).isNull();
  }

  @Test
  void aHigherMarkIsTheSameAlarmButNobodyHasSeenIt() {
    complains("a", 3);
    alarms.see(List.of(only().id()), manager);
    complains("a", 5);
    assertThat(alarms.unseen(manager)).isOne();
    assertThat(only().severity()).isEqualTo(5);
    alarms.see(List.of(only().id()), manager);
    complains("a", 4);
    assertThat(alarms.unseen(manager)).as("less bad than we thought").isZero();
    assertThat(only().severity()).isEqualTo(4);
  }

  /** A first import brings years of complaints: what was settled long ago wakes nobody. */
  @Test
  void anOldSettledComplaintIsHistory() {
    complains("a", 5, "time", "2026-02-01", "resolved_at", "2026-02-03");
    assertThat(alarms.count(ALL, manager)).isZero();
    complains("b", 5, "time", "2026-02-01");
    complains("c", 5, "time", "2026-05-01", "resolved_at", "2026-05-02");
    assertThat(alarms.count(ALL, manager)).isEqualTo(2);
  }

  @Test
  void aCallAndAPageAlarmByTheLossAndOnlyOnce() {
    var lapse = desk.lapse(customer, rep, "100", Stage.LOST);
    tell(lapse, "2");
    assertThat(alarms.count(ALL, manager)).isZero();
    tell(lapse, "3");
    findings.tell(lapse, Telling.of(Map.of("words", "never again"), List.of()), rep);
    assertThat(alarms.count(ALL, manager)).isOne();
    assertThat(only())
        .satisfies(
            alarm -> {
              assertThat(alarm.fact()).isEqualTo("lapse");
              assertThat(alarm.lapse()).isEqualTo(lapse.value());
              assertThat(alarm.words()).isEqualTo("never again");
              assertThat(alarm.assignee()).isEqualTo("Rita");
            });
    tell(lapse, "1");
    assertThat(alarms.unseen(manager)).isZero();
    assertThat(only().note()).isEqualTo("corrected");
  }

  private void tell(LapseId lapse, String severity) {
    findings.tell(lapse, Telling.of(Map.of("severity", severity), List.of()), rep);
  }

  @Test
  void whatWasToldByMistakeTakesItsAlarmWithIt() {
    var lapse = desk.lapse(customer, rep, "100", Stage.LOST);
    tell(lapse, "5");
    findings.undo(lapse, findings.of(lapse, rep).orElseThrow().id(), rep);
    assertThat(only().note()).isEqualTo("gone");
  }

  @Test
  void managersOwnersAndAssigneesAreToldAndNobodyElse() {
    complains("a", 3);
    assertThat(alarms.unseen(manager)).isOne();
    assertThat(alarms.unseen(rep)).isOne();
    assertThat(alarms.unseen(stories.admin())).isOne();
    var other = stories.rep("otto");
    assertThat(alarms.unseen(other)).isZero();
    assertThat(alarms.unseen(stories.marketing())).isZero();
    assertThatThrownBy(() -> alarms.page(ALL, null, 1, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    desk.lapse(customer, other, "100", Stage.LOST);
    assertThat(alarms.unseen(other)).isOne();
  }

  @Test
  void eachSeesForHimselfAndCanTakeItBack() {
    complains("a", 3);
    long id = only().id();
    alarms.see(List.of(id, id), manager);
    alarms.see(List.of(id), manager);
    assertThat(alarms.unseen(manager)).isZero();
    assertThat(alarms.unseen(rep)).isOne();
    assertThat(only().seenBy()).isEqualTo("Manager, 01 Jun 2026 12:00");
    assertThat(only().seenAt()).extracting(AlarmSeen::member).containsExactly("Manager");
    assertThat(only().seenAt().get(0).at()).isEqualTo("2026-06-01T10:00Z");
    alarms.unsee(List.of(id), manager);
    assertThat(alarms.unseen(manager)).isOne();
    assertThatThrownBy(() -> alarms.see(List.of(id), stories.rep("otto")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> alarms.count(new AlarmFilter("new"), manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void theListIsPagedCountedAndExportedAlike() {
    for (int i = 0; i < 5; i++) {
      complains("k" + i, 3);
    }
    var seen = new ArrayList<Long>();
    String after = null;
    do {
      var page = alarms.page(UNSEEN, after, 2, manager);
      page.items().forEach(row -> seen.add(row.id()));
      after = page.next();
    } while (after != null);
    var exported = new ArrayList<Long>();
    alarms.export(UNSEEN, manager, row -> exported.add(row.id()));
    assertThat(seen).hasSize(5).doesNotHaveDuplicates().isEqualTo(exported);
    assertThat(alarms.count(UNSEEN, manager)).isEqualTo(5);
  }

  @Test
  void anAlarmGoesWithItsRecordIntoAMergeAndOutOfIt() {
    complains("a", 3);
    stories.aCustomer("K-2").save();
    long merge = merges.merge("K-2", "K-1", Set.of(), manager);
    assertThat(only().ref()).isEqualTo("K-2");
    complains("a", 3);
    assertThat(alarms.count(ALL, manager)).isOne();
    merges.part("K-2", merge, manager);
    assertThat(only().ref()).isEqualTo("K-1");
  }

  @Test
  void anErasedPersonAlarmsNobody() {
    complains("a", 3);
    customers.erase("K-1", manager);
    assertThat(alarms.count(ALL, manager)).isZero();
  }
}
