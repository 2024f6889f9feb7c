package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.winback.letter.LetterCheck.Light;
import dev.winback.letter.LetterCheck.Part;
import dev.winback.letter.LetterFiles.Upload;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * LET-16, LET-20: pictures and downloads of letters, where they stand and who may take them away.
 */
@CoreTest
class LetterFilesTest {

  @Autowired LetterFiles files;
  @Autowired Ladder ladder;
  @Autowired Drafts drafts;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  private Actor marketing;

  @BeforeEach
  void marketing() {
    marketing = stories.marketing();
  }

  private LetterFile added(String name, int width) {
    return files.add(name, "Our new press", () -> Drawings.of("png", width, 100), marketing);
  }

  private LetterTemplate saying(String body) {
    var words = ladder.template(1, marketing).template();
    return new LetterTemplate(
        words.subject(),
        words.preheader(),
        words.greeting(),
        words.greetingFallback(),
        body,
        words.buttonText(),
        words.buttonUrl(),
        words.signature(),
        words.fallbacks(),
        words.asksReply());
  }

  private LetterCheck picture(String body) {
    return drafts.checks(1, saying(body), marketing).stream()
        .filter(check -> check.part() == Part.PICTURE)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void itsNameComesFromItsFileAndIsGivenOnce() {
    assertThat(added("C:\\photos\\Die neue Präge-Maschine (1).PNG", 100).name())
        .isEqualTo("die-neue-prage-maschine-1");
    assertThat(added("press.png", 101).name()).isEqualTo("press");
    assertThat(added("press.gif", 102).name()).isEqualTo("press-2");
    assertThat(added("….png", 103).name()).isEqualTo("file");
  }

  /** The button pressed twice. */
  @Test
  void theSameContentAgainIsTheSameFile() {
    var first = added("press.png", 100);
    assertThat(added("other.png", 100)).isEqualTo(first);
    var again = files.add("a.png", "In blue", () -> Drawings.of("png", 100, 100), marketing);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.words()).as("what was said of it last").isEqualTo("In blue");
    assertThat(files.all(marketing)).hasSize(1);
    files.remove(first.id(), marketing);
    assertThat(files.content(first.address())).isEmpty();
    assertThat(added("other.png", 100).id()).isEqualTo(first.id());
    assertThat(files.content(first.address())).isPresent();
  }

  /** Thousands may load it at once, and slowly. */
  @Test
  void allReadersShareOneContent() {
    var file = added("press.png", 100);
    var read = files.content(file.address()).orElseThrow().bytes();
    assertThat(files.content(file.address()).orElseThrow().bytes()).isSameAs(read);
  }

  @Test
  void aPictureNeedsWords() {
    assertThatThrownBy(() -> files.add("a.png", " ", () -> Drawings.of("png", 9, 9), marketing))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("letter.refused.file.words");
  }

  @Test
  void whatLettersSayCannotBeRemoved() {
    var file = added("press.png", 100);
    ladder.rewrite(1, saying("Look:\n\n" + file.mark()), marketing);
    assertThat(files.all(marketing).get(0).rungs()).containsExactly(1);
    assertThatThrownBy(() -> files.remove(file.id(), marketing))
        .hasMessage("letter.refused.file.used [press, 1]");
    ladder.rewrite(1, saying("Nothing to see."), marketing);
    files.remove(file.id(), marketing);
    assertThat(files.all(marketing)).isEmpty();
    files.restore(file.id(), marketing);
    assertThat(files.all(marketing)).hasSize(1);
  }

  /** Sent again, it has the words that it was planned with, which no rung has any more. */
  @Test
  void whatALetterSaysThatMayStillLeaveCannotBeRemoved() {
    var file = added("press.png", 100);
    ladder.rewrite(1, saying("Look:\n\n" + file.mark()), marketing);
    stories.silent("K-1", 30);
    stories.execute(
        """
        insert into letter (lapse_id, customer_id, rung, state, percent, template_id, due_on)
        select l.id, l.customer_id, 1, 'IN_DOUBT', 0, r.template_id, '2026-01-01'
          from lapse l, rung r where r.number = 1
        """);
    ladder.rewrite(1, saying("Nothing to see."), marketing);
    assertThatThrownBy(() -> files.remove(file.id(), marketing))
        .hasMessage("letter.refused.file.waiting [press]");
    stories.execute("update letter set state = 'SUPPRESSED'");
    files.remove(file.id(), marketing);
  }

  @Test
  void onlyWhoWritesLettersAddsAndRemoves() {
    var file = added("press.png", 100);
    var manager = people.manager();
    assertThat(files.all(manager)).hasSize(1);
    assertThatThrownBy(() -> files.remove(file.id(), manager)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> files.restore(file.id(), manager)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> files.add("a", "b", () -> new byte[0], manager))
        .isInstanceOf(NotAllowed.class);
    Upload never = () -> fail("it was read");
    assertThatThrownBy(() -> files.add("a", "b", never, manager)).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> files.all(people.rep("rep"))).isInstanceOf(NotAllowed.class);
  }

  /** One from elsewhere would tell its owner who reads. */
  @Test
  void aPictureFromElsewhereIsRefused() {
    for (var body :
        new String[] {
          "![x](https://tracker.example/x.png)",
          "![x][1]\n\n[1]: https://tracker.example/x.png",
          "![x](data:image/png;base64,AAAA)",
          "![x](picture:../etc)",
          "Now![here](https://a.example)"
        }) {
      assertThatThrownBy(() -> ladder.rewrite(1, saying(body), marketing))
          .as(body)
          .hasMessageStartingWith("letter.refused.picture");
    }
    ladder.rewrite(1, saying("Now\\![here](https://a.example)"), marketing);
  }

  /** Markdown would follow it, and nothing here would know that the file is used. */
  @Test
  void aFileInAnotherFormIsRefused() {
    for (var body :
        new String[] {
          "[x](file:prices \"PDF\")",
          "[x](<file:prices>)",
          "[x]( file:prices)",
          "[x](FILE:prices)",
          "[x][1]\n\n[1]: file:prices",
          "[x](picture:press)",
          "<file:prices>"
        }) {
      assertThatThrownBy(() -> ladder.rewrite(1, saying(body), marketing))
          .as(body)
          .hasMessageStartingWith("letter.refused.download");
    }
    ladder.rewrite(1, saying("Our file: [prices](file:prices), a picture: none."), marketing);
  }

  @Test
  void theCheckKnowsADocumentInThePlaceOfAPicture() {
    files.add("prices.pdf", "Prices", () -> Drawings.pdf(""), marketing);
    assertThat(picture("![x](picture:prices)").why().key()).isEqualTo("letter.check.picture.kind");
    assertThat(picture("[x](file:prices)").light()).isNotEqualTo(Light.RED);
  }

  @Test
  void theCheckKnowsWhatIsGone() {
    var file = added("press.png", 100);
    var many = " word".repeat(AddressChecks.FEW_WORDS);
    assertThat(picture(file.mark() + many).why().key()).isEqualTo("letter.check.picture.inside");
    var gone = picture("![x](picture:nothing)" + many);
    assertThat(gone.light()).isEqualTo(Light.RED);
    assertThat(gone.why().figures()).containsExactly("nothing");
    assertThat(picture("[price list](file:nothing)").light()).isEqualTo(Light.RED);
    assertThat(picture("no picture").why().key()).isEqualTo("letter.check.picture.amber");
  }

  @Test
  void theCheckKnowsALetterThatIsOnlyAPictureAHeavyOneAndOneThatOutlookDoesNotShow() {
    var file = added("press.png", 100);
    var many = " word".repeat(AddressChecks.FEW_WORDS);
    assertThat(picture(file.mark() + " few words").why().key())
        .isEqualTo("letter.check.picture.alone");
    var webp = files.add("a.webp", "x", () -> Drawings.webp(""), marketing);
    assertThat(picture(webp.mark() + many).why().key()).isEqualTo("letter.check.picture.webp");
    stories.execute(
        "update letter_file set content = convert_to(repeat('x', 1000001), 'UTF8') where name = 'press'");
    assertThat(picture(file.mark() + many).why().key()).isEqualTo("letter.check.picture.heavy");
  }

  /** hold.md: what is not fit to leave does not. */
  @Test
  void aLetterWithAHoleInThePlaceOfItsPictureIsNotTurnedOn() {
    stories.execute("update firm set demo = false");
    var body = saying("![x](picture:nothing) {{coupon}}");
    ladder.rewrite(1, body, marketing);
    assertThatThrownBy(() -> ladder.turn(1, Mode.REVIEW, false, marketing))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("letter.check.picture.gone");
  }
}
