package dev.winback.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.importing.Loading;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** DET-07, OPS-06: limits by kind of customer, and classes that are proposed from the data. */
@CoreTest
class ProfilesTest {

  @Autowired Profiles profiles;
  @Autowired Simulations simulations;
  @Autowired Loading loading;
  @Autowired Signals signals;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor manager;

  @BeforeEach
  void start() {
    manager = stories.manager();
  }

  private void kind(String kind) {
    jdbc.sql("update customer set kind = :kind where kind is null").param("kind", kind).update();
  }

  private Profile profile(String kind) {
    return profiles.all(manager).stream()
        .filter(p -> p.kind().equals(kind))
        .findAny()
        .orElseThrow();
  }

  @Test
  void aKindIsFoundHoweverItIsWritten() {
    stories.aCustomer("K-1").silentFor(50).save();
    kind("hotel");
    profiles.change(" Hotel", Map.of("classes", "45,90,180", "lostClass", "90"), manager);
    assertThat(profiles.of("HOTEL ").classes()).containsExactly(45, 90, 180);
    assertThat(profiles.of("HOTEL ")).isEqualTo(profiles.of("hotel"));
    assertThat(simulations.run("HoTeL", Map.of(), manager).kind()).isEqualTo("hotel");
  }

  @Test
  void eachKindIsJudgedByItsOwnLimits() {
    var weekly = stories.aCustomer("K-1").silentFor(50).save();
    kind("restaurant");
    var yearly = stories.aCustomer("K-2").silentFor(100).save();
    kind("hotel");
    var other = stories.aCustomer("K-3").silentFor(100).save();
    profiles.change("restaurant", Map.of("classes", "45,90,180", "lostClass", "90"), manager);
    profiles.change("hotel", Map.of("classes", "400,500,600", "lostClass", "500"), manager);
    signals.foldAll(MovableClock.START);
    assertThat(signals.of(weekly)).hasSize(1);
    assertThat(signals.of(weekly).get(0).evidence()).containsEntry("class", 45);
    assertThat(signals.of(yearly)).isEmpty();
    assertThat(signals.of(other).get(0).evidence()).containsEntry("class", 90);
  }

  /** Statements over all customers ask the database for what the fold reads as an object. */
  @Test
  void theDatabaseSaysTheSameLimits() {
    inTheDatabase("", Limits.DEFAULT);
    profiles.change("", Map.of("classes", "30,60,90", "lostClass", "90"), manager);
    long hotel =
        profiles.change("hotel", Map.of("classes", "45,90,200", "lostClass", "200"), manager);
    for (var kind : List.of("", "hotel", "other")) {
      inTheDatabase(kind, profiles.of(kind));
    }
    profiles.undo(hotel, manager);
    profiles.reset("hotel", manager);
    inTheDatabase("hotel", profiles.of(""));
    profiles.reset("", manager);
    inTheDatabase("hotel", Limits.DEFAULT);
  }

  private void inTheDatabase(String kind, Limits limits) {
    var days =
        jdbc.sql("select first_class(:kind) || ' ' || lost_limit(:kind)")
            .param("kind", kind)
            .query(String.class)
            .single();
    assertThat(days).isEqualTo(limits.classes().get(0) + " " + limits.lostClass());
  }

  @Test
  void aChangeIsTakenBackAndSoIsAReset() {
    long first = profiles.change("", Map.of("lateTimes", "2"), manager);
    long second = profiles.change("", Map.of("lateTimes", "2.5"), manager);
    assertThatThrownBy(() -> profiles.undo(first, manager)).isInstanceOf(Refused.class);
    profiles.undo(second, manager);
    assertThat(profiles.of("any").lateTimes()).isEqualByComparingTo("2");
    long reset = profiles.reset("", manager);
    assertThat(profiles.of("")).isEqualTo(Limits.DEFAULT);
    profiles.undo(reset, manager);
    assertThat(profiles.of("").lateTimes()).isEqualByComparingTo("2");
    assertThat(profiles.changes(10, manager)).hasSize(1);
  }

  @Test
  void whoMayNotSetLimitsChangesNothing() {
    assertThatThrownBy(() -> profiles.change("", Map.of("lateDays", "20"), stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> profiles.change("", Map.of("lateDays", "x"), manager))
        .isInstanceOf(Refused.class);
    assertThat(profiles.changes(10, manager)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "34, 45, 90, 180",
    "7, 15, 30, 60",
    "68, 90, 180, 360",
    "365, 480, 960, 1920",
    "1, 15, 30, 60"
  })
  void theClassesFollowTheMedianGap(int gap, int first, int second, int third) {
    assertThat(Proposals.classes(gap)).containsExactly(first, second, third);
  }

  @Test
  void theDataProposeFromThirtyCustomersWithARepeatOn() {
    for (int i = 0; i < 29; i++) {
      stories.aCustomer("K-" + i).buyingEvery(34).times(3).silentFor(5).save();
    }
    stories.aCustomer("once").silentFor(5).save();
    signals.foldAll(MovableClock.START);
    assertThat(profile("").proposed()).isNull();
    assertThat(profile("").repeaters()).isEqualTo(29);
    stories.aCustomer("K-30").buyingEvery(34).times(3).silentFor(5).save();
    signals.foldAll(MovableClock.START);
    assertThat(profile("").medianGap()).isEqualTo(34);
    assertThat(profile("").proposed()).isEqualTo(List.of(45, 90, 180));
    assertThat(profile("").proposes()).isTrue();
    profiles.change("", Map.of("classes", "45,90,180", "lostClass", "90"), manager);
    assertThat(profile("").proposes()).isFalse();
  }

  /** A page asks for what was kept: it must cost nothing (decision 1005). */
  @Test
  void whatTheDataProposeIsOfferedByTheNightAndByALoadUntilSomebodyAnswers() {
    loading.load(orders(30));
    assertThat(profiles.offered(manager)).map(Profile::proposed).contains(List.of(45, 90, 180));
    assertThat(profiles.offered(stories.marketing())).isEmpty();
    assertThat(profiles.settle(MovableClock.START.plusDays(1))).isOne();
    assertThat(profiles.settle(MovableClock.START.plusDays(1))).as("twice").isZero();
    long kept = profiles.keep(manager);
    assertThat(profiles.of("")).isEqualTo(Limits.DEFAULT);
    assertThat(profiles.offered(manager)).as("refused").isEmpty();
    assertThat(profiles.settle(MovableClock.START.plusDays(2))).as("looks no more").isZero();
    profiles.undo(kept, manager);
    assertThat(profiles.offered(manager)).isPresent();
    profiles.change("hotel", Map.of("maxGap", "45"), manager);
    assertThat(profiles.offered(manager)).as("somebody has set limits").isEmpty();
  }

  private static String orders(int customers) {
    var file = new StringBuilder("customer,purchase,time,amount\n");
    for (int i = 0; i < 3 * customers; i++) {
      var day = MovableClock.START.minusDays(5 + 34L * (i % 3));
      file.append("K-%d,%d,%s,10.00\n".formatted(i / 3, i, day));
    }
    return file.toString();
  }

  @Test
  void aKindIsListedWhenCustomersOrLimitsHaveIt() {
    stories.aCustomer("K-1").silentFor(5).save();
    kind("hotel");
    profiles.change("school", Map.of("maxGap", "45"), manager);
    assertThat(profiles.all(manager))
        .extracting(Profile::kind)
        .containsExactly("", "hotel", "school");
    assertThat(profile("hotel").own()).isFalse();
    assertThat(profile("hotel").customers()).isEqualTo(1);
    assertThat(profile("school").own()).isTrue();
  }
}
