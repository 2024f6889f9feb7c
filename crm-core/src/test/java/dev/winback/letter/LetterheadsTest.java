package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Refused;
import dev.winback.testing.CoreTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * LET-10, T48, "gate not green": no letter leaves without saying who writes it and where he can be
 * found, also not when that is taken away while letters leave.
 */
@CoreTest
class LetterheadsTest {

  @Autowired Letterheads heads;
  @Autowired Ladder ladder;
  @Autowired LadderStories stories;
  @Autowired Letters letters;
  @Autowired BusinessClock clock;

  @BeforeEach
  void aFirmThatWrites() {
    stories.execute("update firm set demo = false");
    heads.change(head("Shop", "Street 1, Town"), stories.marketing());
    stories.turnAll(Mode.LIVE, false);
  }

  private static Letterhead head(String name, String address) {
    return head(name, address, "https://shop.example");
  }

  private static Letterhead head(String name, String address, String website) {
    return new Letterhead(name, address, "0221 5550", "a@example.org", website, "", "", "en");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'Street 1, Town', https://shop.example, name",
    "Shop, ' ', https://shop.example, postalAddress",
    "Shop, 'Street 1, Town', '', website"
  })
  void whatALetterNeedsStaysAsLongAsOneIsOn(
      String name, String address, String website, String field) {
    var wanted = head(name, address, website);
    assertThatThrownBy(() -> heads.change(wanted, stories.marketing()))
        .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.field()).isEqualTo(field));
    assertThat(heads.now()).isEqualTo(head("Shop", "Street 1, Town"));
    stories.execute("update rung set mode = 'off'");
    heads.change(wanted, stories.marketing());
  }

  /** What is shipped in review and has nobody to write to asks for nothing. */
  @Test
  void aLetterThatWaitsForAPersonNeedsItToo() {
    stories.execute("update rung set mode = 'off'");
    stories.turnAll(Mode.REVIEW, true);
    var nobody = head("", "Street 1, Town");
    heads.change(nobody, stories.marketing());
    heads.change(head("Shop", "Street 1, Town"), stories.marketing());
    stories.silent("A", 100);
    letters.plan(clock.today());
    assertThat(stories.letters()).containsEntry("A/1", "HELD REVIEW 10%");
    assertThatThrownBy(() -> heads.change(nobody, stories.marketing())).isInstanceOf(Refused.class);
  }

  @Test
  void anotherNameOrAddressIsFine() {
    heads.change(head("Shop & Sons", "Street 2, Town"), stories.marketing());
    assertThat(heads.now().name()).isEqualTo("Shop & Sons");
  }

  @Test
  void aTelephoneThatHasNoNumberIsNotPrinted() {
    assertThatThrownBy(
            () ->
                heads.change(
                    new Letterhead("K", "S", "abc", "a@example.org", "", "", "", "en"),
                    stories.marketing()))
        .hasMessage("letter.refused.phone [abc]");
  }
}
