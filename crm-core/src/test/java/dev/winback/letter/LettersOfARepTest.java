package dev.winback.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.staff.Actor;
import dev.winback.testing.ALetter;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A rep's list of letters and its count speak of the same letters (hold.md, I17), though the list
 * looks at each customer and the count gathers all of them.
 */
@CoreTest
class LettersOfARepTest {

  private static final LetterFilter ALL = LetterFilter.of(null, null, null, null);

  @Autowired Letters letters;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @Test
  void theListAndItsCountAreOfHisCustomersAndOfThoseWhoseLossHeWorksOn() {
    var anna = stories.rep("anna");
    var bert = stories.rep("bert");
    long owned = to("owned@example.org");
    long worked = to("worked@example.org");
    long both = to("both@example.org");
    long over = to("over@example.org");
    to("nobody@example.org");
    own(anna, owned, both);
    own(bert, worked);
    work(anna, "WORKING", worked, both);
    work(anna, "GONE", over);
    assertThat(listed(ALL, anna)).containsExactlyInAnyOrder(owned, worked, both);
    assertThat(letters.count(ALL, anna)).isEqualTo(3);
    assertThat(letters.count(ALL, bert)).isEqualTo(1);
    assertThat(letters.count(ALL, stories.manager())).isEqualTo(5);
  }

  @Test
  void whatIsAskedOfTheListIsAskedOfTheCount() {
    var anna = stories.rep("anna");
    long first = to("first@example.org");
    long second = ALetter.in(jdbc).to("second@example.org").ofRung(2).planned();
    own(anna, first, second);
    var rung = LetterFilter.of(null, null, 2, null);
    assertThat(listed(rung, anna)).containsExactly(second);
    assertThat(letters.count(rung, anna)).isEqualTo(1);
    var sent = LetterFilter.of("sent", null, null, null);
    assertThat(listed(sent, anna)).isEmpty();
    assertThat(letters.count(sent, anna)).isZero();
  }

  /** Decision 635: the number of a record that became another's is his. */
  @Test
  void theNumberOfAMergedCustomerCountsTheLettersThatItLists() {
    to("kept@example.org");
    var kept = jdbc.sql("select ref from customer").query(String.class).single();
    long other = stories.aCustomer("MERGED").save().value();
    jdbc.sql(
            "update customer set merged_into = (select id from customer where ref = :ref) where id = :id")
        .param("ref", kept)
        .param("id", other)
        .update();
    jdbc.sql(
            """
            insert into customer_alias (customer_id, source, number)
            select id, '', 'FORMER' from customer where ref = :ref
            """)
        .param("ref", kept)
        .update();
    for (var number : List.of(kept, "MERGED", "FORMER")) {
      var filter = LetterFilter.of(null, null, null, number);
      assertThat(listed(filter, stories.manager())).as(number).hasSize(1);
      assertThat(letters.count(filter, stories.manager())).as(number).isOne();
    }
  }

  private long to(String address) {
    return ALetter.in(jdbc).to(address).planned();
  }

  private List<Long> listed(LetterFilter filter, Actor actor) {
    return letters.list(filter, null, actor).items().stream().map(row -> row.id().value()).toList();
  }

  private void own(Actor rep, Long... letters) {
    jdbc.sql(
            """
            update customer set owner_id = :rep
             where id in (select customer_id from letter where id = any (:letters))
            """)
        .param("rep", rep.member())
        .param("letters", letters)
        .update();
  }

  private void work(Actor rep, String stage, Long... letters) {
    jdbc.sql(
            """
            update lapse set assignee = :rep, stage = :stage
             where id in (select lapse_id from letter where id = any (:letters))
            """)
        .param("rep", rep.member())
        .param("stage", stage)
        .param("letters", letters)
        .update();
  }
}
