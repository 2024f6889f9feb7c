package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.winback.letter.LetterCheck.Light;
import dev.winback.letter.LetterCheck.Part;
import dev.winback.shared.Refused;
import dev.winback.shared.Sentence;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** LET-07, LET-09 to LET-12, LET-18: the thirteen checks of a letter, each with its light. */
@CoreTest
class LetterChecksTest {

  private static final Letterhead HEAD =
      new Letterhead(
          "Kessel & Korn",
          "Hafenstraße 12\n50667 Köln",
          "+49 221 5550",
          "hello@example.org",
          "https://example.org",
          "https://example.org/logo.png",
          "Our Instagram https://instagram.com/k",
          "en");

  @Autowired Drafts drafts;
  @Autowired Ladder ladder;
  @Autowired Variants variants;
  @Autowired Letterheads heads;
  @Autowired LadderStories stories;
  @Autowired Stories people;

  private Light light(Part part, LetterTemplate letter) {
    var checks = drafts.checks(1, letter, stories.marketing());
    assertThat(checks).hasSize(13);
    return checks.stream().filter(c -> c.part() == part).findFirst().orElseThrow().light();
  }

  private String why(Part part, LetterTemplate letter) {
    return drafts.checks(1, letter, stories.marketing()).stream()
        .filter(check -> check.part() == part)
        .map(check -> check.why().key())
        .findFirst()
        .orElseThrow();
  }

  private LetterTemplate words() {
    return ladder.template(1, stories.marketing()).template();
  }

  private static LetterTemplate with(
      LetterTemplate w, String subject, String greeting, String body, String signature) {
    return new LetterTemplate(
        subject,
        w.preheader(),
        greeting,
        w.greetingFallback(),
        body,
        w.buttonText(),
        w.buttonUrl(),
        signature,
        w.fallbacks(),
        w.asksReply());
  }

  @Test
  void aShippedLetterOfAFirmThatIsKnownHasNothingThatMustBeMended() {
    heads.change(HEAD, stories.marketing());
    for (int rung = -5; rung <= 3; rung++) {
      var letter = ladder.template(rung, stories.marketing()).template();
      assertThat(drafts.checks(rung, letter, stories.marketing()))
          .as("rung " + rung)
          .noneMatch(LetterCheck::blocks);
    }
  }

  /** Shipped news say in double brackets what somebody has to write. */
  @Test
  void whatIsStillToBeWrittenDoesNotLeave() throws Exception {
    try (var shipped = getClass().getResourceAsStream("/db/migration/V022__shipped_letters.sql")) {
      assertThat(new String(shipped.readAllBytes(), StandardCharsets.UTF_8).split("\\[\\[Write"))
          .hasSize(5);
    }
    var w = words();
    var body = w.body() + "\n\n[[Write here what is new.]]";
    assertThat(light(Part.VALUES, with(w, "Hi", "Dear", body, ""))).isEqualTo(Light.RED);
    ladder.turn(1, Mode.REVIEW, false, stories.marketing());
    assertThatThrownBy(
            () ->
                ladder.rewrite(
                    1, with(w, "Hi", w.greeting(), body, w.signature()), stories.marketing()))
        .hasMessage("letter.check.values.unwritten [Write here what is new.]");
  }

  @Test
  void aSubjectOfFiftyIsGoodAndOneMoreCouldBeBetter() {
    var w = words();
    var fifty = "{{first_name}}" + "x".repeat(50);
    assertThat(light(Part.SUBJECT, with(w, fifty, w.greeting(), w.body(), w.signature())))
        .isEqualTo(Light.GREEN);
    assertThat(light(Part.SUBJECT, with(w, fifty + "y", w.greeting(), w.body(), w.signature())))
        .isEqualTo(Light.AMBER);
  }

  /** The shipped letter asks, and was told to ask. */
  @Test
  void whoAsksAndHasNotTickedTheBoxIsToldToTickIt() {
    var w = words();
    var asks = why(Part.ANSWER, with(w, "Hi", "Dear", "Was it good? Tell us.", ""));
    var tells = why(Part.ANSWER, with(w, "Hi", "Dear", "It was good.", ""));
    assertThat(asks).isEqualTo("letter.check.answer.untold");
    assertThat(tells).isEqualTo("letter.check.answer.amber");
  }

  /** letters.md, "Preview": a link that leads to somebody else is said. */
  @Test
  void aLinkToSomebodyElseCouldBeBetter() {
    heads.change(HEAD, stories.marketing());
    var w = words();
    for (var own :
        List.of(
            "https://www.example.org/a", "https://shop.example.org", "https://instagram.com/k")) {
      var body = w.body() + " [here](" + own + ")";
      assertThat(light(Part.BUTTON, with(w, "Hi", "Dear", body, "")))
          .as(own)
          .isEqualTo(Light.GREEN);
    }
    for (var other : List.of("https://example.org.evil.test", "https://myexample.org")) {
      var body = w.body() + " [here](" + other + ")";
      assertThat(light(Part.BUTTON, with(w, "Hi", "Dear", body, "")))
          .as(other)
          .isEqualTo(Light.AMBER);
    }
  }

  /** LET-07: what the longest name makes of it. */
  @Test
  void aSubjectWithANameIsMeasuredWithTheLongest() {
    var w = words();
    var named = with(w, "{{name}}, we miss you so", w.greeting(), w.body(), w.signature());
    stories.silent("A", 100);
    stories.set("company", "Short", "A");
    assertThat(light(Part.SUBJECT, named)).isEqualTo(Light.GREEN);
    stories.silent("B", 100);
    stories.set("company", "Kessel und Korn Handelsgesellschaft ".repeat(2).strip(), "B");
    assertThat(light(Part.SUBJECT, named)).isEqualTo(Light.AMBER);
    var hidden = with(w, "We miss you so", w.greeting(), w.body(), w.signature());
    assertThat(light(Part.SUBJECT, hidden)).isEqualTo(Light.GREEN);
  }

  /** LET-11: simple sentences, and the main point stands out. */
  @Test
  void twentyFiveWordsWithSomethingInBoldAreEasyToRead() {
    var w = words();
    for (int n : new int[] {25, 26}) {
      var sentence = "{{first_name}} " + "word ".repeat(n - 2) + "**end**. Short one.";
      assertThat(light(Part.READING, with(w, "Hi", "Dear", sentence, "")))
          .isEqualTo(n == 25 ? Light.GREEN : Light.AMBER);
    }
    assertThat(light(Part.READING, with(w, "Hi", "Dear", "Short. But nothing stands out.", "")))
        .isEqualTo(Light.AMBER);
    assertThat(Readability.of("")).isEqualTo(new Readability(0, false));
    assertThat(Readability.of("one two\n\nthree").longestSentence()).isEqualTo(2);
  }

  /** What somebody typed has no length that anybody has looked at yet. */
  @Test
  void aLongRowOfDotsIsReadInNoTimeAndABodyThatIsTooLongNotAtAll() {
    var dots = "x" + ".".repeat(100_000) + "x\n" + " \n".repeat(50_000);
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Readability.of(dots));
    assertThat(Readability.of("one two.. three\n \nfour five six?!").longestSentence())
        .isEqualTo(3);
    var w = words();
    assertThat(light(Part.READING, with(w, "Hi", "Dear", ".".repeat(10_000), "")))
        .isEqualTo(Light.AMBER);
    assertThatThrownBy(() -> light(Part.READING, with(w, "Hi", "Dear", ".".repeat(10_001), "")))
        .hasMessage("letter.refused.too-long [10001, 10000]");
  }

  @Test
  void eachPartThatIsMissingIsSeen() {
    heads.change(HEAD, stories.marketing());
    var w = words();
    var bare = with(w, "Hello", "Good day", "Come back {{coupon}}", "");
    assertThat(light(Part.GREETING, bare)).isEqualTo(Light.AMBER);
    assertThat(light(Part.CAUSE, bare)).isEqualTo(Light.AMBER);
    assertThat(light(Part.OFFER, bare)).isEqualTo(Light.GREEN);
    assertThat(light(Part.DEADLINE, bare)).isEqualTo(Light.AMBER);
    assertThat(light(Part.SENDER, bare)).isEqualTo(Light.AMBER);
    assertThat(light(Part.ANSWER, bare)).isEqualTo(Light.AMBER);
    assertThat(light(Part.OFFER, with(w, "Hello", "Dear", "Come back", ""))).isEqualTo(Light.RED);
  }

  @Test
  void aRungThatOffersNothingMustNotSpeakOfAnOffer() {
    ladder.edit(1, new RungEdit(90, 0, 30, 0, null), stories.marketing());
    assertThat(light(Part.OFFER, words())).isEqualTo(Light.RED);
    assertThat(light(Part.OFFER, with(words(), "We", "Dear", "Come back", "")))
        .isEqualTo(Light.RED); // the button and the line after the subject still speak of percents
    assertThat(light(Part.OFFER, Templates.REMINDER)).isEqualTo(Light.GREEN);
    assertThat(light(Part.DEADLINE, Templates.REMINDER)).isEqualTo(Light.GREEN);
  }

  /** LET-02: who gives a tasting and no percent would promise "0 %". */
  @Test
  void aRungThatGivesAGiftAloneMustNotSpeakOfPercentsAndShouldNameIt() {
    ladder.edit(1, gift(0), stories.marketing());
    assertThat(light(Part.OFFER, words())).isEqualTo(Light.RED);
    assertThatThrownBy(() -> ladder.turn(1, Mode.LIVE, true, stories.marketing()))
        .hasMessage("letter.check.offer.percent []");
    assertThat(light(Part.OFFER, telling("Your code is {{coupon}}."))).isEqualTo(Light.AMBER);
    assertThat(light(Part.OFFER, telling("{{offer}}: {{coupon}}."))).isEqualTo(Light.GREEN);
    assertThat(light(Part.OFFER, telling("A Free Tasting: {{coupon}}."))).isEqualTo(Light.GREEN);
    ladder.edit(1, gift(10), stories.marketing());
    assertThat(light(Part.OFFER, words())).isEqualTo(Light.AMBER);
  }

  private static RungEdit gift(int percent) {
    var terms =
        new RungTerms(
            RungUnit.DAYS,
            null,
            "",
            List.of(),
            RungChannel.OPEN,
            "a free tasting",
            null,
            null,
            null);
    return new RungEdit(90, percent, 30, 0, terms, null);
  }

  private static LetterTemplate telling(String body) {
    var r = Templates.REMINDER;
    return with(r, r.subject(), r.greeting(), body, r.signature());
  }

  /** What is typed does not follow the rung; in each language of letters, and never in red. */
  @Test
  void aPercentThatTheRungDoesNotGiveIsNamed() {
    heads.change(HEAD, stories.marketing());
    var w = words();
    for (var typed :
        List.of(
            "30%",
            "30 %", "30\u00a0%", "30 percent", "30 Prozent", "30 por ciento", "30 procent")) {
      var letter = with(w, "We give you " + typed, w.greeting(), w.body(), w.signature());
      assertThat(drafts.checks(1, letter, stories.marketing()))
          .filteredOn(check -> check.part() == Part.OFFER)
          .as(typed)
          .containsExactly(
              new LetterCheck(
                  Part.OFFER, Light.AMBER, Sentence.of("letter.check.offer.typed", "30", 10)));
    }
    for (var own : List.of("10 %", "100 % cotton", "1.30 euro", "30 years")) {
      var letter = with(w, "We give you " + own, w.greeting(), w.body(), w.signature());
      assertThat(light(Part.OFFER, letter)).as(own).isEqualTo(Light.GREEN);
    }
    assertThat(why(Part.OFFER, with(w, "Hi", "30 % for you", w.body(), "")))
        .isEqualTo("letter.check.offer.typed");
  }

  @Test
  void aDayThatHasPassedIsNamed() {
    heads.change(HEAD, stories.marketing());
    var w = words();
    for (var typed :
        List.of(
            "1 January 2024",
            "January 1st, 2024",
            "1. Januar 2024",
            "1 de enero de 2024",
            "1er janvier 2024",
            "1 gennaio 2024",
            "1 januari 2024",
            "1 stycznia 2024",
            "1.1.2024",
            "01/01/2024",
            "2024-01-01")) {
      var letter = with(w, "Hi", w.greeting(), w.body() + " Until " + typed + ".", w.signature());
      assertThat(drafts.checks(1, letter, stories.marketing()))
          .filteredOn(check -> check.part() == Part.DEADLINE)
          .as(typed)
          .containsExactly(
              new LetterCheck(
                  Part.DEADLINE,
                  Light.AMBER,
                  Sentence.of("letter.check.deadline.past", LocalDate.of(2024, 1, 1))));
    }
    for (var fine :
        List.of("1 January 2099", "since 12 May 1987", "31 February 2024", "10 bags 2024")) {
      var letter = with(w, "Hi", w.greeting(), w.body() + " " + fine + ".", w.signature());
      assertThat(light(Part.DEADLINE, letter)).as(fine).isEqualTo(Light.GREEN);
    }
  }

  /** LET-18: the deadline must not be short. */
  @Test
  void aDeadlineOfThirteenDaysCouldBeBetterAndOneOfFourteenIsGood() {
    for (int days : new int[] {13, 14}) {
      ladder.edit(1, new RungEdit(90, 10, days, 0, null), stories.marketing());
      assertThat(light(Part.DEADLINE, words())).isEqualTo(days == 14 ? Light.GREEN : Light.AMBER);
    }
  }

  /** What blocks the switch blocks what is changed afterwards, whichever way. */
  @Test
  void aRungThatIsOnTakesNothingThatMustBeMended() {
    heads.change(HEAD, stories.marketing());
    var w = words();
    var silent = with(w, "Hello", "Dear {{name}}", "Come back", "");
    ladder.turn(1, Mode.REVIEW, false, stories.marketing());
    var nothing = new RungEdit(90, 0, 30, 0, null);
    for (var change :
        List.<Runnable>of(
            () -> ladder.rewrite(1, silent, stories.marketing()),
            () -> ladder.edit(1, nothing, stories.marketing()),
            () -> variants.write(1, "de", silent, stories.marketing()))) {
      assertThatThrownBy(change::run).isInstanceOf(Refused.class);
    }
    assertThat(words()).isEqualTo(w);
    ladder.turn(1, Mode.OFF, false, stories.marketing());
    variants.write(1, "de", silent, stories.marketing());
    assertThatThrownBy(() -> ladder.turn(1, Mode.REVIEW, false, stories.marketing()))
        .isInstanceOf(Refused.class);
  }

  @Test
  void aPlaceToFollowTheFirmIsAsShortAsTheRest() {
    for (int letters : new int[] {200, 201}) {
      var name = "n".repeat(letters);
      var url = "https://example.org/" + "u".repeat(letters - 20);
      var long1 = new Letterhead("K", "A", "", "", "", "", name + " https://example.org", "en");
      var long2 = new Letterhead("K", "A", "", "", "", "", "Us " + url, "en");
      for (var head : List.of(long1, long2)) {
        if (letters == 200) {
          assertThat(heads.change(head, stories.marketing()).social()).isEqualTo(head.social());
        } else {
          assertThatThrownBy(() -> heads.change(head, stories.marketing()))
              .isInstanceOfSatisfying(
                  Refused.class, refused -> assertThat(refused.field()).isEqualTo("social"));
        }
      }
    }
  }

  /** LET-24, hold.md T48: nothing unfinished leaves; refused without address and identity. */
  @Test
  void aFirmWithoutAnAddressIsNotLetLiveAndSaysWhy() {
    heads.change(new Letterhead("", "", "", "", "", "", "", "en"), stories.marketing());
    for (var mode : List.of(Mode.REVIEW, Mode.LIVE)) {
      assertThatThrownBy(() -> ladder.turn(1, mode, true, stories.marketing()))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.sentence().key()).isEqualTo("letter.check.button.red"));
    }
    heads.change(
        new Letterhead("K", "", "", "", "https://example.org", "", "", "en"), stories.marketing());
    assertThatThrownBy(() -> ladder.turn(1, Mode.LIVE, true, stories.marketing()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.sentence().key()).isEqualTo("letter.check.contact.red"));
    heads.change(HEAD, stories.marketing());
    assertThat(ladder.turn(1, Mode.LIVE, true, stories.marketing()).mode()).isEqualTo(Mode.LIVE);
    stories.execute("update firm set name = '', postal_address = '', website = ''");
    assertThat(ladder.turn(1, Mode.OFF, true, stories.marketing()).mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void theAddressIsOneLineAndAddressesOfTheWebAreHttps() {
    assertThat(heads.change(HEAD, stories.marketing()).postalAddress())
        .isEqualTo("Hafenstraße 12, 50667 Köln");
    assertThat(heads.head(people.manager()).links().get(0).name()).isEqualTo("Our Instagram");
    for (var wrong :
        Map.of("http://x.org/a.png", "", "", "Our page javascript:alert(1)").entrySet()) {
      var head = new Letterhead("K", "", "", "", "", wrong.getKey(), wrong.getValue(), "en");
      assertThatThrownBy(() -> heads.change(head, stories.marketing())).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> heads.change(HEAD, people.manager())).isInstanceOf(NotAllowed.class);
  }

  @Test
  void missingValuesAreCountedOverEverybodyWhoIsReachedUntilThirtyDaysFromNow() {
    for (var silent : Map.of("A", 59, "B", 60, "C", 100).entrySet()) {
      stories.silent(silent.getKey(), silent.getValue());
    }
    stories.set("first_name", "ANNA", "B");
    stories.set("first_name", "test", "C");
    var missing = drafts.missing(1, words(), stories.marketing());
    assertThat(missing.customers()).isEqualTo(2);
    assertThat(missing.lines())
        .filteredOn(line -> line.variable() == Variable.FIRST_NAME)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.missing()).isOne();
              assertThat(line.examples()).extracting(MissingValues.Who::ref).containsExactly("C");
            });
  }

  @Test
  void anEarlierVersionShowsWhatHasChangedAndComesBackAsANewOne() {
    var first = ladder.template(1, stories.marketing());
    var w = first.template();
    ladder.rewrite(
        1,
        with(w, "Other", w.greeting(), w.body() + "\n\nlast line", w.signature()),
        stories.marketing());
    var second = ladder.template(1, stories.marketing());
    var diff = TemplateDiff.of(first.template(), second.template());
    assertThat(diff.fields())
        .extracting(TemplateDiff.Field::name)
        .containsExactly("subject", "body");
    assertThat(diff.fields().get(1).lines())
        .filteredOn(line -> line.change() != TemplateDiff.Change.SAME)
        .extracting(TemplateDiff.Line::text)
        .containsExactly("", "last line");
    variants.returnTo(1, 1, stories.marketing());
    var third = ladder.template(1, stories.marketing());
    assertThat(third.version()).isEqualTo(3);
    assertThat(third.template()).isEqualTo(w);
  }
}
