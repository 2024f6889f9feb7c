package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * letters.md, "Preview, test send": to one's own address, in an own table, twenty an hour, with a
 * coupon that buys nothing and a dead way out; never a letter row.
 */
@CoreTest
class TestLettersTest {

  @Autowired TestLetters tests;
  @Autowired Ladder ladder;
  @Autowired LadderStories stories;
  @Autowired Stories people;
  @Autowired Customers customers;

  @BeforeEach
  void anAddress() {
    stories.marketing();
    stories.execute("update member set email = 'me@example.org' where login = 'marketing'");
    stories.silent("A", 100);
  }

  private TestLetters.Booked book() {
    var words = ladder.template(1, stories.marketing()).template();
    return tests.book(1, words, null, "A", stories.marketing());
  }

  @Test
  void itGoesToTheMemberAndBuysNothingAndUnsubscribesNobody() {
    var letter = book().letter();
    assertThat(letter.address()).isEqualTo("me@example.org");
    assertThat(letter.replyTo()).isEqualTo("me@example.org");
    assertThat(letter.content().variables()).containsEntry("coupon", "PREVIEW");
    assertThat(letter.content().unsubscribeUrl()).endsWith("/u/test");
    assertThat(stories.letters()).isEmpty();
    assertThat(stories.one("select count(*) from coupon", Long.class)).isZero();
    assertThat(
            stories.one("select count(*) from test_letter where lapse_id is not null", Long.class))
        .isOne();
  }

  @Test
  void theTwentyFirstWithinAnHourIsRefused() {
    for (int nr = 0; nr < TestLetters.AN_HOUR; nr++) {
      book();
    }
    assertThatThrownBy(this::book).isInstanceOf(Refused.class);
    stories.execute(
        "update test_letter set sent_at = sent_at - interval '1 hour' where id = (select min(id) from test_letter)");
    assertThat(book().id()).isPositive();
  }

  @Test
  void onlyItsSenderLooksAtIt() {
    long id = book().id();
    tests.sent(id, new RenderedLetter("s", "<p>h</p>", "t"), null);
    assertThat(tests.letter(id, stories.marketing()).html()).isEqualTo("<p>h</p>");
    assertThatThrownBy(() -> tests.letter(id, people.marketing("other")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> tests.letter(id, people.manager())).isInstanceOf(NotAllowed.class);
  }

  @Test
  void theWordsGoWithTheCustomerWhomTheyName() {
    tests.sent(book().id(), new RenderedLetter("s", "Dear Zenobia", "t"), null);
    customers.erase("A", people.manager());
    assertThat(stories.one("select count(*) from test_letter", Long.class)).isZero();
  }

  @Test
  void withoutAnOwnAddressNothingIsSent() {
    stories.execute("update member set email = null");
    assertThatThrownBy(this::book).isInstanceOf(Refused.class);
    assertThat(stories.one("select count(*) from test_letter", Long.class)).isZero();
  }
}
