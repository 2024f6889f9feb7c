package dev.winback.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Guesses of passwords (hold.md T44), asked of two nodes at one database. */
@CoreTest
class PasswordChecksTest {

  private static final class Wrong extends RuntimeException {}

  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  @Autowired KnownDevices devices;

  private final AtomicInteger looks = new AtomicInteger();
  private PasswordChecks one;
  private PasswordChecks other;

  /** As after a restart: nothing is known but what the database says. */
  @BeforeEach
  void start() {
    one = node();
    other = node();
  }

  private PasswordChecks node() {
    return new PasswordChecks(new CheckedPasswords(jdbc, clock));
  }

  @Test
  void aThousandAddressesGetTwentyLooksAtOneAccountInAnHour() {
    for (int i = 0; i < 1_000; i++) {
      guess(i % 2 == 0 ? one : other, "rep", "192.0.%d.%d".formatted(i / 250, i % 250));
      assertThat(looks.get()).isEqualTo(Math.min(i + 1, 20));
    }
    start();
    guess(one, " ReP ", "198.51.100.1");
    assertThat(looks).as("after a restart, written otherwise").hasValue(20);
    guess(one, "rep2", "198.51.100.1");
    assertThat(looks).as("another account").hasValue(21);
  }

  @Test
  void oneAddressGetsAHundredLooksAtAllAccountsInAnHour() {
    for (int i = 0; i < 1_000; i++) {
      guess(i % 2 == 0 ? one : other, "nobody" + i, "192.0.2.7");
      assertThat(looks.get()).isEqualTo(Math.min(i + 1, 100));
    }
    guess(other, "rep", "192.0.2.8");
    assertThat(looks).as("another address").hasValue(101);
  }

  @Test
  void anHourAfterAGuessThereIsPlaceForOneMore() {
    guess(one, "rep", "192.0.2.1");
    clock.forward(Duration.ofMinutes(30));
    for (int i = 0; i < 25; i++) {
      guess(one, "rep", "192.0.2.1");
    }
    assertThat(looks).hasValue(20);
    clock.forward(Duration.ofMinutes(30));
    guess(one, "rep", "192.0.2.1");
    guess(one, "rep", "192.0.2.1");
    assertThat(looks).as("the hour of the first alone is over").hasValue(21);
  }

  @Test
  void aRightOneCountsNothingAndClearsNoCountOfGuesses() {
    for (int i = 0; i < 19; i++) {
      guess(one, "rep", "192.0.2.1");
    }
    for (int i = 0; i < 30; i++) {
      assertThat(right(one, "rep", "192.0.2.1", null)).isEqualTo("in");
    }
    guess(one, "rep", "192.0.2.1");
    assertThat(looks).hasValue(20);
    assertThatThrownBy(() -> right(other, "rep", "192.0.2.1", null))
        .isInstanceOf(TooManyGuesses.class);
  }

  @Test
  void theOwnerGetsInByAKnownDeviceWhileHisAccountAndHisAddressAreShut() {
    for (int i = 0; i < 120; i++) {
      guess(one, "rep" + i / 20, "192.0.2.1");
    }
    var mark = devices.mark("rep0");
    var device = devices.device(mark, "REP0").orElseThrow();
    assertThat(right(other, "rep0", "192.0.2.1", device)).isEqualTo("in");
    looks.set(0);
    for (int i = 0; i < 25; i++) {
      guess(one, new Guess("rep0", "192.0.2.1", device));
    }
    assertThat(looks).as("who took the device away").hasValue(20);
  }

  @Test
  void aMarkIsGoodForItsOwnerAlone() {
    var mark = devices.mark("rep");
    assertThat(devices.device(mark, "rep")).isPresent();
    assertThat(devices.device(mark, "rep2")).isEmpty();
    assertThat(devices.device(mark.replaceFirst("^\\d+", "99"), "rep")).isEmpty();
    for (int i = mark.indexOf('.') + 1; i < mark.length(); i++) {
      var sign = mark.charAt(i) == 'A' ? 'B' : 'A';
      var forged = mark.substring(0, i) + sign + mark.substring(i + 1);
      assertThat(devices.device(forged, "rep")).as(forged).isEmpty();
    }
    for (var nothing : new String[] {"", ".", "1..", "99999.a.b", mark + "\n"}) {
      assertThat(devices.device(nothing, "rep")).isEmpty();
    }
    jdbc.sql("insert into signing_key (secret) values (decode(repeat('ab', 32), 'hex'))").update();
    assertThat(devices.device(mark, "rep")).as("after a new key").isPresent();
    assertThat(devices.mark("rep")).doesNotStartWith(mark.substring(0, mark.indexOf('.') + 1));
  }

  @Test
  void fortyGuessesAtOneMomentAtTwoNodesAreTwentyLooks() throws Exception {
    var many = Executors.newFixedThreadPool(8);
    for (int i = 0; i < 40; i++) {
      var node = i % 2 == 0 ? one : other;
      var address = "192.0.2." + i;
      many.execute(() -> guess(node, "rep", address));
    }
    many.shutdown();
    assertThat(many.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(looks).hasValue(20);
  }

  @Test
  void whatTheDatabaseDidNotAnswerIsNobodysGuess() {
    for (int i = 0; i < 30; i++) {
      assertThatThrownBy(
              () ->
                  one.check(
                      new Guess("rep", "192.0.2.1", null),
                      thrown -> false,
                      () -> {
                        throw new IllegalStateException();
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(right(one, "rep", "192.0.2.1", null)).isEqualTo("in");
  }

  @Test
  void theTableNamesNobodyAndForgetsAfterAnHour() {
    guess(one, "my password by mistake", "192.0.2.1");
    assertThat(jdbc.sql("select key from password_check").query(String.class).list())
        .hasSize(2)
        .allMatch(key -> key.matches("[0-9a-f]{64}"));
    clock.forward(Duration.ofMinutes(61));
    right(one, "rep", "192.0.2.9", null);
    assertThat(jdbc.sql("select count(*) from password_check").query(Integer.class).single())
        .isEqualTo(2);
  }

  @Test
  void anAddressOfIPv6IsItsNetwork() {
    assertThat(new Guess("rep", "2001:db8:1:2:3:4:5:6", null).network())
        .isEqualTo(new Guess("rep", "2001:db8:1:2::9", null).network())
        .isNotEqualTo(new Guess("rep", "2001:db8:1:3::9", null).network());
    assertThat(new Guess("rep", "192.0.2.1", null).network()).isEqualTo("192.0.2.1");
    assertThat(new Guess("rep", "no:address", null).network()).isEqualTo("no:address");
  }

  private void guess(PasswordChecks node, String login, String address) {
    guess(node, new Guess(login, address, null));
  }

  private void guess(PasswordChecks node, Guess guess) {
    assertThatThrownBy(() -> node.check(guess, Wrong.class::isInstance, this::wrong))
        .isInstanceOfAny(Wrong.class, TooManyGuesses.class);
  }

  private String wrong() {
    looks.incrementAndGet();
    throw new Wrong();
  }

  private String right(PasswordChecks node, String login, String address, @Nullable String device) {
    return node.check(new Guess(login, address, device), Wrong.class::isInstance, () -> "in");
  }
}
