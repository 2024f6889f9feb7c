package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.Refused;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The program's own words of a letter stand in the language of its words, or in the firm's. */
@CoreTest
class LetterLanguagesTest {

  @Autowired LetterLanguages languages;
  @Autowired Letterheads heads;
  @Autowired Variants variants;
  @Autowired Ladder ladder;
  @Autowired Drafts drafts;
  @Autowired Outbox outbox;
  @Autowired Unsubscribes ways;
  @Autowired LadderStories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void wordsOfEverybodyFollowTheFirm() {
    assertThat(claimed().content().locale()).isEqualTo(Locale.ENGLISH);
    heads.change(in("de"), stories.marketing());
    var letter = claimed();
    assertThat(letter.content().locale()).isEqualTo(Locale.GERMAN);
    assertThat(letter.content().variables().get("valid_until")).isEqualTo("1. Juli 2026");
    assertThat(languages.of(letter.id())).isEqualTo("de");
    var preview = drafts.preview(1, template(), null, null, stories.marketing());
    assertThat(preview.locale()).isEqualTo(Locale.GERMAN);
  }

  @Test
  void wordsOfOneLanguageKeepTheirs() {
    heads.change(in("nl"), stories.marketing());
    variants.write(1, "fr", template(), stories.marketing());
    jdbc.sql("update rung set mode = 'live', since = '2026-01-01' where number = 1").update();
    ALetter.in(jdbc).planned();
    jdbc.sql("update customer set language = 'fr-CH'").update();
    var letter = outbox.claim("a", 9, OutboxTest.LEASE).get(0);
    assertThat(letter.content().locale()).isEqualTo(Locale.FRENCH);
    assertThat(languages.of(letter.id())).isEqualTo("fr");
    var url = letter.content().unsubscribeUrl();
    assertThat(ways.language(url.substring(url.indexOf("/u/") + 3))).isEqualTo("fr");
    assertThat(ways.language("forged")).isEqualTo("nl");
    assertThat(languages.ofInvitation(77)).isEqualTo("nl");
  }

  @Test
  void aLanguageInWhichTheProgramHasNoWordsIsRefused() {
    for (var known : LetterLanguages.KNOWN) {
      assertThat(heads.change(in(known), stories.marketing()).language()).isEqualTo(known);
      assertThat(languages.firm()).isEqualTo(known);
    }
    for (var wrong : new String[] {"", "DE", "ru", "de-AT"}) {
      assertThatThrownBy(() -> heads.change(in(wrong), stories.marketing()))
          .isInstanceOfSatisfying(
              Refused.class, no -> assertThat(no.field()).isEqualTo("language"));
    }
  }

  private LetterTemplate template() {
    return ladder.template(1, stories.marketing()).template();
  }

  private static Letterhead in(String language) {
    return new Letterhead("Shop", "Street 1", "", "", "https://shop.example", "", "", language);
  }

  private DueLetter claimed() {
    ALetter.in(jdbc).to("a" + System.nanoTime() + "@example.org").planned();
    return outbox.claim("a", 1, OutboxTest.LEASE).get(0);
  }
}
