package dev.winback.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.inbox.TrackingConsents.Consent;
import dev.winback.letter.DueLetter;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.shared.Refused;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clicks and openings are told only of who agreed, people apart from machines, at most 50 a letter,
 * and lead only to the letter's own targets (letters.md, "Tracking"; T47; MEA-06).
 */
@CoreTest
class HitsTest {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Visitor PERSON =
      new Visitor("Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/605", false);

  @Autowired Hits hits;
  @Autowired Readings readings;
  @Autowired TrackingConsents consents;
  @Autowired Outbox outbox;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void aLetterWithThreeLinks() {
    jdbc.sql("update firm set website = 'https://shop.example/?a=1&b=2'").update();
    jdbc.sql(
            """
            update template set body = 'See [one](https://shop.example/one) and <https://shop.example/two>', button_url = ''
            """)
        .update();
    ALetter.in(jdbc).planned();
    jdbc.sql("insert into rung_pixel values (1)").update();
  }

  private void say(boolean clicks, boolean opens) {
    consents.say(one("select ref from customer"), new Consent(clicks, opens), stories.manager());
  }

  private DueLetter sent() {
    var letter = outbox.claim("a", 1, LEASE).get(0);
    outbox.announce(letter, new RenderedLetter("s", "h", "t"), "a", Duration.ofSeconds(5), LEASE);
    outbox.sent(letter.id(), "a", 250, "ok");
    return letter;
  }

  private static String token(String way) {
    return way.replaceFirst(".*/", "");
  }

  private static String way(DueLetter letter, String target) {
    return token(letter.tracked().links().get(target));
  }

  private DueLetter agreed() {
    say(true, true);
    var letter = sent();
    clock.forward(Hits.EARLY);
    return letter;
  }

  @Test
  void withoutAYesLinksStayAsTheyAreAndThereIsNoPicture() {
    var letter = sent();
    assertThat(letter.tracked().links()).isEmpty();
    assertThat(letter.tracked().pixel()).isNull();
    assertThat(letter.tracked().trap()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, -3, -5, -11, -13, 99})
  void aRungWhoseLettersCannotTellHasNoPicture(int rung) {
    assertThatThrownBy(() -> readings.pixel(rung, true, stories.marketing()))
        .isInstanceOf(Refused.class);
    assertThat(readings.pixels(stories.marketing())).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, -4, -6, -14})
  void theLettersOfOtherRungsMayTell(int rung) {
    readings.pixel(rung, true, stories.marketing());
    assertThat(readings.pixels(stories.marketing())).contains(rung);
  }

  @Test
  void aYesToOneIsNoYesToTheOther() {
    say(true, false);
    var letter = sent();
    assertThat(letter.tracked().links()).hasSize(3);
    assertThat(letter.tracked().pixel()).isNull();
  }

  @Test
  void aLinkLeadsToItsTargetOnlyAndAForgedOneNowhere() {
    var letter = agreed();
    var token = way(letter, "https://shop.example/one");
    assertThat(hits.follow(token, PERSON))
        .hasValueSatisfying(to -> assertThat(to).hasToString("https://shop.example/one"));
    var website = way(letter, "https://shop.example/?a=1&b=2");
    assertThat(hits.target(website))
        .hasValueSatisfying(to -> assertThat(to).hasToString("https://shop.example/?a=1&b=2"));
    for (int i = 0; i < token.length(); i++) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      var forged = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(hits.follow(forged, PERSON)).isEmpty();
    }
    // the last two bits of the last one say nothing, but a token has one spelling
    for (char other : ALPHABET.toCharArray()) {
      var spelt = token.substring(0, token.length() - 1) + other;
      assertThat(hits.target(spelt).isPresent()).isEqualTo(spelt.equals(token));
    }
    assertThat(hits.follow(token(letter.content().unsubscribeUrl()), PERSON)).isEmpty();
    assertThat(hits.load(token, PERSON)).isFalse();
    assertThat(kept()).containsExactly("1 person");
  }

  @Test
  void whatIsNoAddressKeepsItsNumberAndIsLeftAsItIs() {
    jdbc.sql(
            "update template set body = 'See <https://shop.example/?q=a|b> and <https://shop.example/50%off>, [one](https://shop.example/one)'")
        .update();
    var letter = agreed();
    assertThat(letter.tracked().links())
        .containsOnlyKeys("https://shop.example/?a=1&b=2", "https://shop.example/one");
    assertThat(hits.follow(way(letter, "https://shop.example/one"), PERSON)).isPresent();
    assertThat(kept()).containsExactly("3 person");
  }

  @Test
  void lookingAheadOfALinkKeepsNothing() {
    var letter = agreed();
    assertThat(hits.target(way(letter, "https://shop.example/one"))).isPresent();
    assertThat(kept()).isEmpty();
  }

  @Test
  void whoFollowsWithinTenSecondsIsAMachine() {
    say(true, true);
    var letter = sent();
    var token = way(letter, "https://shop.example/one");
    clock.forward(Hits.EARLY.minusMillis(1));
    hits.follow(token, PERSON);
    clock.forward(Duration.ofMillis(1));
    hits.follow(token, PERSON);
    assertThat(kept()).containsExactly("1 early", "1 person");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
        "Mozilla/5.0 (compatible; bingbot/2.0)",
        "python-requests/2.32",
        "Mozilla/5.0 HeadlessChrome/140.0",
        "YahooMailProxy; https://help.yahoo.com"
      })
  void knownProgramsAreMachines(String agent) {
    hits.follow(way(agreed(), "https://shop.example/one"), new Visitor(agent, false));
    assertThat(kept()).containsExactly("1 agent");
  }

  @Test
  void whoFetchesAheadIsAMachine() {
    hits.follow(way(agreed(), "https://shop.example/one"), new Visitor(PERSON.agent(), true));
    assertThat(kept()).containsExactly("1 prefetch");
  }

  @Test
  void threeLinksInFiveSecondsAreAMachinesAndTwoAPersons() {
    var letter = agreed();
    hits.follow(way(letter, "https://shop.example/one"), PERSON);
    hits.follow(way(letter, "https://shop.example/one"), PERSON);
    hits.follow(way(letter, "https://shop.example/two"), PERSON);
    clock.forward(Hits.SWARM);
    hits.follow(way(letter, "https://shop.example/?a=1&b=2"), PERSON);
    assertThat(kept()).containsExactly("1 person", "1 person", "2 person", "0 person");
    hits.follow(way(letter, "https://shop.example/one"), PERSON);
    hits.follow(way(letter, "https://shop.example/two"), PERSON);
    assertThat(kept().subList(3, 6)).containsExactly("0 swarm", "1 swarm", "2 swarm");
    assertThat(kept().subList(0, 3)).containsOnly("1 person", "2 person");
  }

  @Test
  void whoFollowsTheLinkThatNobodySeesIsAMachineWithAllHeFollows() {
    var letter = agreed();
    hits.follow(way(letter, "https://shop.example/one"), PERSON);
    assertThat(hits.follow(token(letter.tracked().trap()), PERSON)).isEmpty();
    assertThat(kept()).containsExactly("1 swarm", "1000 trap");
  }

  @Test
  void aNoCountsAtOnceForLettersThatHaveLeft() {
    var letter = agreed();
    assertThat(consents.sayReader(token(letter.content().unsubscribeUrl()), Consent.NONE)).isTrue();
    assertThat(hits.follow(way(letter, "https://shop.example/one"), PERSON)).isPresent();
    assertThat(hits.load(token(letter.tracked().pixel()), PERSON)).isTrue();
    assertThat(kept()).isEmpty();
  }

  @Test
  void fiftyAreKeptOfALetter() {
    var letter = agreed();
    var token = token(letter.tracked().pixel());
    for (int i = 0; i < Hits.KEPT + 2; i++) {
      assertThat(hits.load(token, PERSON)).isTrue();
    }
    assertThat(kept()).hasSize(Hits.KEPT);
  }

  @Test
  void aClickProvesThatALetterInDoubtArrivedAndNothingElseChanges() {
    var letter = agreed();
    jdbc.sql("update letter set state = 'IN_DOUBT', sent_at = null").update();
    clock.set(java.time.Instant.now().plusSeconds(60));
    hits.follow(way(letter, "https://shop.example/one"), PERSON);
    assertThat(one("select state from letter")).isEqualTo("SENT");
    assertThat(one("select count(*)::text from suppression")).isEqualTo("0");
    var reading = readings.readings(stories.marketing());
    assertThat(reading).extracting(Reading::clicked).containsExactly(1L);
    assertThat(reading).extracting(Reading::opened).containsExactly(0L);
  }

  private List<String> kept() {
    return jdbc.sql(
            "select number || ' ' || coalesce(machine, 'person') from letter_hit order by id")
        .query(String.class)
        .list();
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  @Test
  void whoGoesToAndFroKeepsHisLastWordsOnly() {
    var token = token(agreed().content().unsubscribeUrl());
    for (int i = 0; i < TrackingConsents.MOST + 2; i++) {
      consents.sayReader(token, new Consent(i % 2 == 0, false));
    }
    assertThat(one("select count(*)::text from tracking_consent where member_id is null"))
        .isEqualTo("" + TrackingConsents.MOST);
    assertThat(one("select clicks::text from tracking_consent order by id desc limit 1"))
        .isEqualTo("false");
  }
}
