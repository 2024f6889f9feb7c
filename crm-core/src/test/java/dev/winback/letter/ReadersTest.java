package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.shared.BusinessClock;
import dev.winback.testing.CoreTest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** LET-04: a letter greets whose mailbox it goes to; nobody reads a name that is not his. */
@CoreTest
class ReadersTest {

  @Autowired Letters letters;
  @Autowired Ladder ladder;
  @Autowired Outbox outbox;
  @Autowired LadderStories stories;
  @Autowired JdbcClient jdbc;
  @Autowired BusinessClock clock;

  @BeforeEach
  void aFirmWithAMailbox() {
    stories.silent("A", 100);
    stories.set("email", "Bernd@firm.example", "A");
    person("Anna", "anna@firm.example", true);
    ladder.turn(1, Mode.LIVE, true, stories.marketing());
    letters.plan(clock.today());
  }

  private void person(String name, @Nullable String email, boolean main) {
    jdbc.sql(
            """
            insert into person (customer_id, source, external_id, first_name, last_name, email, main)
            select id, 'test', :name, :name, 'Person', :email, :main from customer
            """)
        .param("name", name)
        .param("email", email)
        .param("main", main)
        .update();
  }

  private String greeted() {
    return outbox
        .claim("a", 1, Duration.ofMinutes(5))
        .get(0)
        .content()
        .variables()
        .get("first_name");
  }

  @Test
  void whoseMailboxItIsIsGreetedAndNotTheMainPerson() {
    person("Bernd", " bernd@FIRM.example", false);
    assertThat(greeted()).isEqualTo("Bernd");
  }

  @Test
  void aMailboxOfNobodyGreetsTheMainPerson() {
    person("Carl", null, false);
    assertThat(greeted()).isEqualTo("Anna");
  }

  @Test
  void theTargetListAndThePreviewSayTheSameName() {
    person("Bernd", "bernd@firm.example", false);
    assertThat(stories.one("select first_name from addressee where ref = 'A'", String.class))
        .isEqualTo("Bernd");
  }

  /** "All the best for your birthday" to somebody who has none today. */
  @Test
  void aBirthdayIsThatOfWhoIsGreeted() {
    person("Bernd", "bernd@firm.example", false);
    jdbc.sql("update person set birthday = '1980-06-01' where first_name = 'Anna'").update();
    jdbc.sql("update customer set birthday = '1980-06-01'").update();
    assertThat(stories.one("select birthday is null from reader", Boolean.class)).isTrue();
    jdbc.sql("update customer set first_name = 'Bernd', last_name = 'Person'").update();
    assertThat(stories.one("select birthday is null from reader", Boolean.class)).isFalse();
  }

  /** The customer's name is the main person's, and no stand-in for a last name that is missing. */
  @Test
  void whoHasNoLastNameIsNotGreetedByTheNameOfSomebodyElse() {
    jdbc.sql("update customer set name = 'Anna Person'").update();
    person("Bernd", "bernd@firm.example", false);
    jdbc.sql("update person set last_name = null where first_name = 'Bernd'").update();
    assertThat(stories.one("select name is null from addressee", Boolean.class)).isTrue();
    assertThat(stories.one("select name is null from addressed", Boolean.class)).isTrue();
    jdbc.sql("update person set main = first_name = 'Bernd'").update();
    assertThat(stories.one("select name from addressee", String.class)).isEqualTo("Anna Person");
  }
}
