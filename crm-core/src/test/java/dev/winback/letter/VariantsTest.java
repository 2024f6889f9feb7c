package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter in the customer's language, and the letter of everybody where there is none of it. */
@CoreTest
class VariantsTest {

  @Autowired Variants variants;
  @Autowired Ladder ladder;
  @Autowired Activations activations;
  @Autowired Drafts drafts;
  @Autowired Letters letters;
  @Autowired Claims claims;
  @Autowired Outbox outbox;
  @Autowired TrackedLinks tracked;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired JdbcClient jdbc;
  @Autowired BusinessClock clock;

  private LetterTemplate german;

  @BeforeEach
  void german() {
    var w = ladder.template(1, stories.marketing()).template();
    german =
        new LetterTemplate(
            "Sie fehlen uns",
            "",
            w.greeting(),
            "Guten Tag,",
            "Letzter Kauf: {{last_purchase_day}}. Ihr Code: {{coupon}}",
            "Hier",
            "",
            "{{responsible}}",
            w.fallbacks());
    for (int run = 0; run < 2; run++) {
      variants.write(1, "de", german, stories.marketing());
    }
    stories.silent("D", 100);
    stories.silent("E", 100);
    stories.set("language", "de-AT", "D");
    stories.set("language", "fr", "E");
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    letters.plan(clock.today());
  }

  private Long[] planned() {
    return jdbc.sql("select id from letter where state = 'PLANNED' order by id")
        .query(Long.class)
        .list()
        .toArray(new Long[0]);
  }

  private java.util.Map<String, DueLetter> claimed() {
    var taken = new java.util.HashMap<String, DueLetter>();
    for (var letter : claims.take("node", Duration.ofMinutes(5), planned())) {
      taken.put(letter.content().template().subject(), letter);
    }
    return taken;
  }

  private Rung approve(Actor actor) {
    var seen = activations.waiting(1, actor).map(Activation::id).orElse(0L);
    return activations.approve(1, seen, actor);
  }

  @Test
  void eachCustomerGetsHisLanguageOrTheLetterOfEverybody() {
    var taken = claimed();
    assertThat(taken).containsOnlyKeys("Sie fehlen uns", "We miss you");
    var german = taken.get("Sie fehlen uns").content();
    assertThat(german.locale()).isEqualTo(Locale.GERMAN);
    assertThat(german.variables().get("last_purchase_day")).isEqualTo("21. Februar 2026");
    assertThat(taken.get("We miss you").content().variables().get("last_purchase_day"))
        .isEqualTo("21 February 2026");
  }

  /** letters.md, "Tracking": the links of the version that left, whatever the rung has by now. */
  @Test
  void aLinkLeadsToTheTargetOfTheLanguageThatWasWritten() {
    jdbc.sql("update firm set website = 'https://shop.example'").update();
    variants.write(1, "de", german.leadingTo("https://shop.example/de"), stories.marketing());
    jdbc.sql(
            """
            insert into tracking_consent (customer_id, clicks, opens, said_at)
            select id, true, false, '2026-01-01' from customer where ref = 'D'
            """)
        .update();
    var letter =
        outbox.claim("node", 2, Duration.ofMinutes(5)).stream()
            .filter(due -> due.content().template().subject().equals("Sie fehlen uns"))
            .findFirst()
            .orElseThrow();
    var way = letter.tracked().links().get("https://shop.example/de").replaceFirst(".*/", "");
    outbox.announce(
        letter,
        new RenderedLetter("s", "h", "t"),
        "node",
        Duration.ofSeconds(5),
        Duration.ofMinutes(1));
    outbox.sent(letter.id(), "node", 250, "ok");
    variants.remove(1, "de", stories.marketing());
    assertThat(tracked.clicked(way))
        .hasValueSatisfying(link -> assertThat(link.target()).isEqualTo("https://shop.example/de"));
  }

  @Test
  void aLanguageThatIsRemovedFallsBackToEverybodysLetter() {
    variants.remove(1, "de", stories.marketing());
    assertThat(claimed()).containsOnlyKeys("We miss you");
    assertThatThrownBy(() -> variants.remove(1, "de", stories.marketing()))
        .isInstanceOf(NotFound.class);
  }

  /** A language is no way round the second person. */
  @Test
  void newWordsOfALanguageOfALiveRungWaitForASecondPerson() {
    activations.limit(1, people.manager());
    var german = variants.template(1, "de", stories.marketing());
    var writer = people.marketing("writer");
    assertThat(variants.write(1, "de", german, writer).mode()).isEqualTo(Mode.REVIEW);
    assertThat(stories.letters().values()).containsOnly("HELD REVIEW 10%");
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    assertThatThrownBy(() -> approve(writer)).isInstanceOf(Refused.class);
    assertThat(approve(people.manager()).mode()).isEqualTo(Mode.LIVE);
    assertThat(variants.remove(1, "de", writer).mode()).isEqualTo(Mode.REVIEW);
    ladder.turn(1, Mode.OFF, true, stories.marketing());
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    variants.write(1, "de", german, writer);
    assertThat(activations.waiting(writer)).isEmpty();
  }

  @Test
  void aLetterThatWasLetGoWaitsAgainWhenItsLanguageGetsOtherWords() {
    ladder.turn(1, Mode.REVIEW, true, stories.marketing());
    letters.releaseAll(1, people.manager());
    variants.write(1, "de", german, stories.marketing());
    assertThat(stories.letters())
        .containsEntry("D/1", "HELD REVIEW 10%")
        .containsEntry("E/1", "PLANNED 10%");
  }

  @Test
  void theSecondPersonSeesEachLetterInItsLanguage() {
    var seen = drafts.inUse(1, "D", people.manager());
    assertThat(seen.template().subject()).isEqualTo("Sie fehlen uns");
    assertThat(seen.variables().get("last_purchase_day")).isEqualTo("21. Februar 2026");
    assertThat(drafts.inUse(1, "E", people.manager()).template().subject())
        .isEqualTo("We miss you");
  }

  /** The versions of all languages stand in one list. */
  @Test
  void anEarlierVersionComesBackForThoseItWasWrittenFor() {
    var everybody = ladder.template(1, stories.marketing());
    var old = variants.current(1, "de", stories.marketing());
    variants.write(1, "de", everybody.template(), stories.marketing());
    variants.returnTo(1, old.version(), stories.marketing());
    assertThat(ladder.template(1, stories.marketing())).isEqualTo(everybody);
    assertThat(variants.template(1, "de", stories.marketing())).isEqualTo(german);
    variants.returnTo(1, everybody.version(), stories.marketing());
    assertThat(variants.template(1, "de", stories.marketing())).isEqualTo(german);
    assertThat(ladder.template(1, stories.marketing()).template()).isEqualTo(everybody.template());
  }

  @Test
  void itsWordsObeyTheSameRulesAndTheSamePeople() {
    var w = ladder.template(1, stories.marketing()).template();
    assertThatThrownBy(() -> variants.write(1, "german", w, stories.marketing()))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> variants.write(1, "fr", w, people.manager()))
        .isInstanceOf(NotAllowed.class);
    assertThat(variants.languages(1, people.manager())).containsExactly("de");
    assertThat(variants.template(1, "fr", people.manager())).isEqualTo(w);
    // the letter of everybody is not touched by the versions of a language
    assertThat(ladder.template(1, people.manager()).template()).isEqualTo(w);
  }

  @Test
  void aLanguageThatNobodySpeaksHasNoLetters() {
    for (var code : new String[] {"xx", "DE", "d", "deu"}) {
      assertThatThrownBy(() -> variants.write(1, code, german, stories.marketing()))
          .hasMessage("letter.refused.language [" + code + "]");
      assertThatThrownBy(() -> variants.template(1, code, stories.marketing()))
          .isInstanceOf(Refused.class);
    }
    assertThat(variants.languages(1, stories.marketing())).containsExactly("de");
  }
}
