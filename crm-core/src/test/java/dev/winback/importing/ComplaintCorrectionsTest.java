package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.alarm.AlarmFilter;
import dev.winback.alarm.Alarms;
import dev.winback.customer.Merges;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** UND-19: received, resolved or not, satisfied with the reaction or not, by the facts' own way. */
@CoreTest
class ComplaintCorrectionsTest {

  @Autowired ComplaintCorrections complaints;
  @Autowired Facts facts;
  @Autowired Alarms alarms;
  @Autowired Merges merges;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor manager;
  private Actor rep;

  @BeforeEach
  void aCustomer() {
    manager = stories.manager();
    rep = stories.rep("rita");
    stories.aCustomer("K-1").ownedBy(rep).save();
  }

  private long add(String form) {
    return complaints.add("K-1", form, Map.of("text", "late", "severity", "3"), rep);
  }

  private Map<String, Object> only() {
    return jdbc.sql("select * from complaint").query().singleRow();
  }

  @Test
  void itIsWrittenDownOnceHoweverOftenTheFormIsSent() {
    assertThat(add("f1")).isEqualTo(add("f1"));
    assertThat(only())
        .containsEntry("text", "late")
        .containsEntry("severity", 3)
        .containsEntry("source", "hand");
    assertThat(alarms.unseen(manager)).isOne();
    add("f2");
    assertThat(jdbc.sql("select count(*) from complaint").query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void itIsResolvedAndThenSatisfiedOrNotWithAHistoryOfEach() {
    long id = add("f1");
    complaints.resolve("K-1", id, rep);
    assertThat(only().get("resolved_at")).isNotNull();
    complaints.satisfied("K-1", id, "no", rep);
    complaints.satisfied("K-1", id, "no", rep);
    assertThat(only()).containsEntry("satisfied", false).containsEntry("text", "late");
    complaints.satisfied("K-1", id, "", rep);
    assertThat(only().get("satisfied")).isNull();
    complaints.reopen("K-1", id, rep);
    assertThat(only().get("resolved_at")).isNull();
    assertThat(
            jdbc.sql("select count(*) from fact_history where fact = 'complaint'")
                .query(Long.class)
                .single())
        .isEqualTo(4);
  }

  @Test
  void oneThatAFileToldIsSettledByHandAndTheFileChangesOnlyWhatItSays() {
    var row = Map.of("customer", "K-1", "time", "2026-05-31", "complaint", "a", "text", "torn");
    facts.record(ImportType.COMPLAINTS, List.of(row), null, manager);
    long id = (Long) only().get("id");
    complaints.resolve("K-1", id, rep);
    facts.record(ImportType.COMPLAINTS, List.of(row), null, manager);
    assertThat(only().get("resolved_at")).isNotNull();
    assertThatThrownBy(() -> complaints.remove("K-1", id, rep)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatWasWrittenDownByMistakeGoesAndItsAlarmWithIt() {
    long id = add("f1");
    complaints.remove("K-1", id, rep);
    assertThat(jdbc.sql("select count(*) from complaint").query(Long.class).single()).isZero();
    assertThat(alarms.count(new AlarmFilter("all"), manager)).isZero();
    assertThatThrownBy(() -> complaints.remove("K-1", id, rep)).isInstanceOf(NotFound.class);
  }

  @Test
  void ofAMergedRecordItStaysWithThatRecord() {
    stories.aCustomer("K-2").save();
    long id = add("f1");
    long merge = merges.merge("K-2", "K-1", Set.of(), manager);
    complaints.resolve("K-2", id, manager);
    merges.part("K-2", merge, manager);
    assertThat(
            jdbc.sql("select c.ref from complaint k join customer c on c.id = k.customer_id")
                .query(String.class)
                .single())
        .isEqualTo("K-1");
  }

  @Test
  void theChecksAreThoseOfFiles() {
    assertRefused(Map.of("text", " "), "text");
    assertRefused(Map.of("text", "x", "severity", "6"), "severity");
    assertRefused(Map.of("text", "x", "time", "2027-01-01"), "time");
    assertRefused(Map.of("text", "x", "member", "nobody"), "member");
    assertRefused(Map.of("text", "x", "satisfied", "perhaps"), "satisfied");
  }

  private void assertRefused(Map<String, String> fields, String field) {
    assertThatThrownBy(() -> complaints.add("K-1", "f", fields, rep))
        .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.field()).isEqualTo(field));
  }

  @Test
  void onlyWhoEditsTheCustomerWritesAndOthersFindNothing() {
    long id = add("f1");
    var other = stories.rep("otto");
    assertThatThrownBy(() -> complaints.resolve("K-1", id, other)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> complaints.resolve("K-1", id, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    stories.aCustomer("K-3").ownedBy(rep).save();
    assertThatThrownBy(() -> complaints.resolve("K-3", id, rep))
        .as("the complaint of another customer")
        .isInstanceOf(NotFound.class);
  }
}
