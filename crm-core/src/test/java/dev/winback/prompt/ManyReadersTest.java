package dev.winback.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.letter.Activation;
import dev.winback.letter.Activations;
import dev.winback.letter.Letters;
import dev.winback.letter.Mode;
import dev.winback.letter.PromptKind;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * letters.md, "Preview, test send": news to more than the limit leave when a second person agrees,
 * whatever way they are let go.
 */
@CoreTest
class ManyReadersTest {

  private static final PromptKind CLUB = PromptKind.CLUB;

  @Autowired PromptStories stories;
  @Autowired Prompts prompts;
  @Autowired News news;
  @Autowired Letters letters;
  @Autowired Activations activations;

  private Actor marketing;
  private Actor manager;

  @BeforeEach
  void twoReadersAndALimitOfOne() {
    marketing = stories.people.marketing();
    manager = stories.people.manager();
    stories.buyer("A", 20);
    stories.buyer("B", 30);
    activations.limit(1, manager);
  }

  private void publish() {
    news.publish(CLUB, Audience.EVERYBODY, null, marketing);
  }

  private void work() {
    prompts.work();
    prompts.work();
  }

  private Mode live() {
    return stories.ladder().turn(CLUB.rung(), Mode.LIVE, false, marketing).mode();
  }

  private void approve(Actor actor) {
    long asked = activations.waiting(CLUB.rung(), actor).map(Activation::id).orElse(0L);
    activations.approve(CLUB.rung(), asked, actor);
  }

  @Test
  void newsOfALiveKindToMoreThanTheLimitWaitForASecondPerson() {
    assertThat(live()).isEqualTo(Mode.LIVE);
    publish();
    assertThat(activations.waiting(CLUB.rung(), marketing))
        .hasValueSatisfying(asked -> assertThat(asked.letters()).isEqualTo(2));
    work();
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW").hasSize(2);
    assertThatThrownBy(() -> approve(marketing)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> letters.releaseAll(CLUB.rung(), marketing))
        .isInstanceOf(Refused.class);
    assertThat(live()).isEqualTo(Mode.REVIEW);
    approve(manager);
    assertThat(stories.letters().values()).containsOnly("PLANNED");
  }

  @Test
  void asManyAsTheLimitLeaveAtOnceAndOneMoreOnTheSameDayDoesNot() {
    stories.execute("update customer set status = 'left' where ref = 'B'");
    live();
    publish();
    work();
    assertThat(stories.letters()).containsOnly(java.util.Map.entry("A/club", "PLANNED"));
    news.publish(CLUB, Audience.ACTIVE, null, marketing);
    assertThat(activations.waiting(CLUB.rung(), marketing)).isPresent();
  }

  @Test
  void whoAgreesToAnOldNumberDoesNotAgreeToWhatWasPublishedSince() {
    live();
    publish();
    long seen = activations.waiting(CLUB.rung(), manager).orElseThrow().id();
    work();
    news.publish(CLUB, Audience.ACTIVE, null, stories.people.marketing("other"));
    assertThat(activations.waiting(CLUB.rung(), manager))
        .hasValueSatisfying(asked -> assertThat(asked.letters()).isEqualTo(4));
    assertThatThrownBy(() -> activations.approve(CLUB.rung(), seen, manager))
        .hasMessage("letter.refused.second.words []");
    assertThatThrownBy(() -> approve(marketing))
        .as("who published first")
        .isInstanceOf(Refused.class);
    approve(manager);
    assertThat(stories.letters().values()).containsOnly("PLANNED");
  }

  /** Shipped so: the words wait for a release, and nobody turns the kind live around it. */
  @Test
  void whatWaitsForAReleaseIsNotTurnedLiveByWhoPublished() {
    publish();
    assertThat(live()).as("while its readers are still looked for").isEqualTo(Mode.REVIEW);
    work();
    assertThat(live()).isEqualTo(Mode.REVIEW);
    stories.ladder().turn(CLUB.rung(), Mode.OFF, false, marketing);
    assertThat(stories.letters().values()).containsOnly("HELD RUNG_OFF");
    assertThat(live()).isEqualTo(Mode.OFF);
    assertThat(activations.firstDay(CLUB.rung(), false, manager).gets()).isEqualTo(2);
    approve(manager);
    assertThat(stories.letters().values()).containsOnly("PLANNED");
  }

  @Test
  void whoPublishedLetsNoMoreThanTheLimitGo() {
    publish();
    work();
    assertThatThrownBy(() -> letters.releaseAll(CLUB.rung(), marketing))
        .hasMessage("letter.refused.release.own [-7, 1]");
    assertThat(letters.releaseAll(CLUB.rung(), stories.people.marketing("other")).letters())
        .isEqualTo(2);
    assertThat(live()).as("somebody else let them go").isEqualTo(Mode.LIVE);
  }
}
