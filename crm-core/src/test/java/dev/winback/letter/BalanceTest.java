package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.LapseId;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * MEA-06: due = sent + control + held and stopped by reason, always 100 %, whatever happens to the
 * letters and in whichever order; each line is as long as its list.
 */
@CoreTest
class BalanceTest {

  private static final int ACTS = 40;
  private static final RenderedLetter RENDERED =
      new RenderedLetter("We miss you", "<p>Hi</p>", "Hi");

  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired Outbox outbox;
  @Autowired LadderStories stories;
  @Autowired MovableClock clock;

  private final List<LapseId> lapses = new ArrayList<>();
  private Random random = new Random(0);
  private long dueBefore;

  @ParameterizedTest
  @ValueSource(longs = {20260601, 20260602, 20260603, 20260604, 20260605, 20260606})
  void everyDueLetterIsInExactlyOneLineWhateverHappens(long seed) {
    random = new Random(seed);
    stories.turnAll(random.nextBoolean() ? Mode.LIVE : Mode.REVIEW, true);
    ladder.edit(1, new RungEdit(90, 10, 30, 40, null), stories.marketing());
    for (int customer = 0; customer < 12; customer++) {
      oneMore();
    }
    for (int act = 0; act < ACTS; act++) {
      var name = act();
      balanced(seed + ", act " + act + ": " + name);
    }
    assertThat(dueBefore).as("letters that came and went").isGreaterThan(10);
  }

  private String act() {
    int what = random.nextInt(10);
    switch (what) {
      case 0, 1 -> oneMore();
      case 2, 3 -> letters.plan(clock.today());
      case 4 -> release();
      case 5, 6 -> send();
      case 7 -> decideDoubt();
      case 8 -> somethingChanges();
      default -> clock.set(clock.instant().plus(Duration.ofDays(1 + random.nextInt(40))));
    }
    return String.valueOf(what);
  }

  /** Some of them are taken back at once; for the others the span of the undo is over. */
  private void release() {
    var released = letters.releaseAll(1 + random.nextInt(3), stories.marketing());
    if (random.nextInt(3) == 0) {
      letters.takeBack(released.release(), stories.marketing());
    }
    stories.execute("update letter set next_attempt_at = null where state = 'PLANNED'");
  }

  private void oneMore() {
    lapses.add(stories.silent("C" + lapses.size(), 60 + random.nextInt(400)));
  }

  private void send() {
    outbox.recover();
    for (var letter : outbox.claim("a", 1 + random.nextInt(6), Duration.ofMinutes(10))) {
      boolean announced =
          random.nextInt(6) > 0
              && outbox.announce(
                  letter, RENDERED, "a", Duration.ofSeconds(5), Duration.ofMinutes(10));
      if (announced) {
        answer(letter);
      } else {
        outbox.putBack(List.of(letter.id()), "a");
      }
    }
  }

  private void answer(DueLetter letter) {
    switch (random.nextInt(5)) {
      case 0 -> outbox.failed(letter, "a", 550, "no such mailbox", random.nextBoolean());
      case 1 -> outbox.later(letter.id(), "a", 451, "busy", Duration.ZERO);
      case 2 -> outbox.inDoubt(letter.id(), "a", "no answer");
      default -> outbox.sent(letter.id(), "a", 250, "taken");
    }
  }

  private void decideDoubt() {
    var marketing = stories.marketing();
    var doubtful = letters.list(LetterFilter.status(LetterStatus.IN_DOUBT), null, marketing);
    for (var letter : doubtful.items()) {
      if (random.nextBoolean()) {
        letters.countAsSent(letter.id(), marketing);
      } else {
        letters.sendAgain(letter.id(), "the relay knows nothing", marketing);
      }
    }
  }

  private void somethingChanges() {
    int customer = random.nextInt(lapses.size());
    switch (random.nextInt(4)) {
      case 0 -> stories.close(lapses.get(customer), "REFUSED");
      case 1 -> stories.set("email_consent", false, "C" + customer);
      case 2 -> stories.set("email", null, "C" + customer);
      default -> ladder.turn(1 + random.nextInt(3), Mode.LIVE, true, stories.marketing());
    }
  }

  private void balanced(String after) {
    var marketing = stories.marketing();
    var lines = letters.balance(marketing);
    long due = stories.one("select count(distinct (lapse_id, rung)) from letter", Long.class);
    assertThat(lines.stream().mapToLong(BalanceLine::letters).sum()).as(after).isEqualTo(due);
    assertThat(due).as(after).isGreaterThanOrEqualTo(dueBefore);
    dueBefore = due;
    for (var line : lines) {
      boolean waits =
          line.status() == LetterStatus.HELD || line.status() == LetterStatus.SUPPRESSED;
      assertThat(line.reason() != null || !waits).as(after + ": " + line).isTrue();
      assertThat(letters.count(listOf(line), marketing))
          .as(after + ": " + line)
          .isEqualTo(line.letters());
    }
  }

  private static LetterFilter listOf(BalanceLine line) {
    var reason = line.reason() == null ? "none" : line.reason().code();
    return LetterFilter.of(line.status().code(), reason, line.rung(), null);
  }
}
