package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * letters.md, "Preview, test send": above so many letters on the first day a second person agrees,
 * who neither asked nor wrote the words.
 */
@CoreTest
class SecondEyesTest {

  @Autowired Activations activations;
  @Autowired Ladder ladder;
  @Autowired Rungs rungs;
  @Autowired Letters letters;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired BusinessClock clock;

  private Actor other;

  @BeforeEach
  void threeAreDue() {
    other = people.marketing("other");
    for (var ref : new String[] {"A", "B", "C"}) {
      stories.silent(ref, 100);
    }
  }

  private Mode ask() {
    return ladder.turn(1, Mode.LIVE, true, stories.marketing()).mode();
  }

  private Rung approve(Actor actor) {
    var seen = activations.waiting(1, actor).map(Activation::id).orElse(0L);
    return activations.approve(1, seen, actor);
  }

  @Test
  void asManyAsTheLimitGoLiveAtOnceAndOneMoreWaits() {
    activations.limit(3, people.manager());
    assertThat(ask()).isEqualTo(Mode.LIVE);
    ladder.turn(1, Mode.OFF, false, stories.marketing());
    activations.limit(2, people.manager());
    for (int run = 0; run < 2; run++) {
      assertThat(ask()).isEqualTo(Mode.OFF);
      assertThat(activations.waiting(other))
          .singleElement()
          .satisfies(asked -> assertThat(asked.letters()).isEqualTo(3));
    }
    letters.plan(clock.today());
    assertThat(stories.letters()).isEmpty();
  }

  @Test
  void theFirstDayIsCountedWithAndWithoutTheBacklog() {
    stories.silent("D", 90);
    assertThat(activations.firstDay(1, true, other).gets()).isEqualTo(4);
    assertThat(activations.firstDay(1, true, other).samples()).hasSize(4);
    assertThat(activations.firstDay(1, false, other).gets()).isOne();
    activations.limit(1, people.manager());
    assertThat(ladder.turn(1, Mode.LIVE, false, stories.marketing()).mode()).isEqualTo(Mode.LIVE);
    // the backlog is a second activation
    assertThat(ask()).isEqualTo(Mode.LIVE);
    assertThat(ladder.rung(1, other).backlog()).isFalse();
    assertThat(activations.waiting(1, other)).isPresent();
  }

  @Test
  void neitherWhoAskedNorWhoWroteTheWordsAgreesAndAManagerDoes() {
    activations.limit(0, people.manager());
    ladder.rewrite(1, ladder.template(1, other).template(), other);
    ask();
    for (var wrong : new Actor[] {stories.marketing(), other}) {
      assertThatThrownBy(() -> approve(wrong)).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> activations.approve(1, 0, people.rep("rep")))
        .isInstanceOf(NotAllowed.class);
    assertThat(approve(people.manager()).mode()).isEqualTo(Mode.LIVE);
    assertThat(activations.waiting(other)).isEmpty();
    letters.plan(clock.today());
    assertThat(stories.letters()).hasSize(3);
    assertThatThrownBy(() -> approve(people.manager())).isInstanceOf(Refused.class);
  }

  @Test
  void wordsThatChangedSinceAreAskedForAnew() {
    activations.limit(0, people.manager());
    ask();
    ladder.rewrite(1, ladder.template(1, other).template(), stories.marketing());
    assertThat(activations.waiting(other)).isEmpty();
    assertThatThrownBy(() -> approve(people.manager())).isInstanceOf(Refused.class);
    ask();
    assertThat(approve(people.manager()).mode()).isEqualTo(Mode.LIVE);
  }

  @Test
  void aRungThatIsTakenOffTheLadderIsAskedForNoLongerAndComesBackOff() {
    activations.limit(0, people.manager());
    ask();
    rungs.remove(1, stories.marketing());
    assertThat(activations.waiting(other)).isEmpty();
    assertThatThrownBy(() -> approve(people.manager())).isInstanceOf(Refused.class);
    // even if it had gone live while it was off the ladder
    stories.execute("update rung set mode = 'live', since = '2026-01-01' where number = 1");
    rungs.restore(1, stories.marketing());
    assertThat(ladder.rung(1, other).mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void newWordsOfALiveRungThatWritesToManyWaitForASecondPersonToo() {
    ask();
    letters.plan(clock.today());
    activations.limit(2, people.manager());
    var rewritten = ladder.rewrite(1, ladder.template(1, other).template(), stories.marketing());
    assertThat(rewritten.mode()).isEqualTo(Mode.REVIEW);
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW 10%");
    approve(people.manager());
    assertThat(stories.letters().values()).containsOnly("PLANNED 10%");
  }

  /** Asked at 5 %, it must not go live at 25 %. */
  @Test
  void termsThatChangedSinceAreAskedForAnew() {
    activations.limit(0, people.manager());
    ask();
    edit(10);
    assertThat(activations.waiting(other)).hasSize(1);
    edit(25);
    assertThat(activations.waiting(other)).isEmpty();
    assertThatThrownBy(() -> approve(people.manager())).isInstanceOf(Refused.class);
  }

  private Rung edit(int percent) {
    return ladder.edit(1, new RungEdit(90, percent, 30, 0, null), stories.marketing());
  }

  @Test
  void newTermsOfALiveRungThatWritesToManyWaitForASecondPersonToo() {
    ask();
    letters.plan(clock.today());
    activations.limit(2, people.manager());
    assertThat(edit(10).mode()).isEqualTo(Mode.LIVE);
    assertThat(edit(12).mode()).isEqualTo(Mode.REVIEW);
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW 12%");
    assertThatThrownBy(() -> approve(stories.marketing())).isInstanceOf(Refused.class);
    approve(people.manager());
    assertThat(stories.letters().values()).containsOnly("PLANNED 12%");
  }

  /** What waits for the second person is no more the asker's to let go than the rung. */
  @Test
  void whileARungIsAskedForOnlyTheSecondPersonLetsItsLettersGo() {
    ladder.turn(1, Mode.REVIEW, true, stories.marketing());
    letters.plan(clock.today());
    activations.limit(2, people.manager());
    ladder.rewrite(1, ladder.template(1, other).template(), other);
    ask();
    var first = new LetterId(stories.one("select min(id) from letter", Long.class));
    for (var wrong : new Actor[] {stories.marketing(), other}) {
      assertThatThrownBy(() -> letters.releaseAll(1, wrong)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> letters.release(first, wrong)).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> letters.releaseAll(1, other))
        .hasMessage("letter.refused.release.asked [1, Marketing]");
    letters.release(first, people.manager());
    assertThat(letters.releaseAll(1, people.manager()).letters()).isEqualTo(2);
    activations.refuse(1, "", people.manager());
    assertThat(letters.releaseAll(1, stories.marketing()).letters()).isZero();
  }

  /** Whoever is looked at does not end the look by a second change. */
  @Test
  void wordsOfARungInReviewThatChangeAgainAreAskedForAnew() {
    live();
    for (int save = 0; save < 2; save++) {
      rewrite();
      assertThat(activations.waiting(1, other))
          .hasValueSatisfying(
              asked ->
                  assertThat(asked.templateId()).isEqualTo(ladder.rung(1, other).templateId()));
    }
    assertThatThrownBy(() -> letters.releaseAll(1, stories.marketing()))
        .isInstanceOf(Refused.class);
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW 10%");
    assertThat(approve(people.manager()).mode()).isEqualTo(Mode.LIVE);
  }

  /** Nor by taking back the question. */
  @Test
  void whoWroteOrAskedInVainLetsNoMoreThanTheLimitGo() {
    live();
    edit(12);
    activations.refuse(1, "", stories.marketing());
    assertThatThrownBy(() -> letters.releaseAll(1, stories.marketing()))
        .as("who asked")
        .isInstanceOf(Refused.class);
    rewrite();
    assertThat(activations.waiting(1, other)).as("nobody asked since").isEmpty();
    stories.execute("delete from activation");
    assertThatThrownBy(() -> letters.releaseAll(1, stories.marketing()))
        .as("who wrote")
        .hasMessage("letter.refused.release.own [1, 2]");
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW 12%");
    activations.limit(3, people.manager());
    assertThat(letters.releaseAll(1, stories.marketing()).letters()).isEqualTo(3);
    ladder.edit(1, new RungEdit(90, 10, 30, 0, null), stories.marketing());
    activations.limit(2, people.manager());
    assertThat(letters.releaseAll(1, other).letters()).isEqualTo(3);
  }

  /** Three letters of a live rung, and a limit that is below them by now. */
  private void live() {
    ask();
    letters.plan(clock.today());
    activations.limit(2, people.manager());
  }

  private void rewrite() {
    ladder.rewrite(1, ladder.template(1, other).template(), stories.marketing());
  }

  @Test
  void whoLooksAtAnOldPageDoesNotAgreeToWhatIsAskedSince() {
    activations.limit(0, people.manager());
    ask();
    long seen = activations.waiting(1, other).orElseThrow().id();
    edit(12);
    ask();
    assertThatThrownBy(() -> activations.approve(1, seen, people.manager()))
        .isInstanceOf(Refused.class);
    assertThat(ladder.rung(1, other).mode()).isEqualTo(Mode.OFF);
  }

  /** A second click finds what the first one did, whatever both do. */
  @Test
  void twoAtOnceAreOneAfterTheOther() {
    activations.limit(0, people.manager());
    var words = ladder.template(1, other).template();
    atOnce(() -> ladder.rewrite(1, words, stories.marketing()), 0);
    atOnce(this::ask, 0);
    assertThat(activations.waiting(other)).hasSize(1);
    var manager = people.manager();
    atOnce(() -> approve(manager), 3);
    atOnce(() -> rungs.add(new RungEdit(45, 5, 30, 0, null), stories.marketing()), 3);
  }

  /** Four at once, of which so many are refused. */
  private static void atOnce(Runnable act, int refused) {
    var acts =
        java.util.stream.IntStream.range(0, 4)
            .mapToObj(n -> java.util.concurrent.CompletableFuture.runAsync(act))
            .map(one -> one.handle((done, thrown) -> thrown))
            .toList();
    var thrown = acts.stream().map(one -> one.join()).filter(java.util.Objects::nonNull).toList();
    assertThat(thrown)
        .hasSize(refused)
        .allSatisfy(one -> assertThat(one).hasCauseInstanceOf(Refused.class));
  }

  @Test
  void aRefusalLeavesTheRungAsItIs() {
    activations.limit(0, people.manager());
    ask();
    activations.refuse(1, "not before the sale", people.manager());
    assertThat(ladder.rung(1, other).mode()).isEqualTo(Mode.OFF);
    assertThat(activations.waiting(other)).isEmpty();
    assertThat(stories.one("select outcome || ': ' || word from activation", String.class))
        .isEqualTo("refused: not before the sale");
    assertThat(activations.refused(1, stories.marketing()))
        .hasValueSatisfying(
            said -> {
              assertThat(said.word()).isEqualTo("not before the sale");
              assertThat(said.at()).isEqualTo(clock.instant());
            });
    assertThat(
            stories.one(
                "select max(detail::text) from audit where action = 'refuse'", String.class))
        .contains("letters")
        .doesNotContain("not before the sale");
    ask();
    assertThat(activations.refused(1, stories.marketing())).isEmpty();
  }

  @Test
  void whoWritesTheLettersDoesNotSetTheLimit() {
    assertThatThrownBy(() -> activations.limit(1000, stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThat(activations.limit(stories.marketing())).isEqualTo(500);
  }
}
