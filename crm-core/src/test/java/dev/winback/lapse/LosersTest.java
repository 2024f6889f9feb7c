package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Customers;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** rules.md, "lost by": correctable with history (DEC-22, I5). */
class LosersTest extends LapseStories {

  @Autowired Losers losers;
  @Autowired Customers customers;

  private Actor ann;
  private Actor bob;
  private CustomerId customer;

  @BeforeEach
  void annLostHimAndBobHasHim() {
    ann = stories.rep("ann");
    bob = stories.rep("bob");
    customer = stories.aCustomer("K-1").silentFor(100).ownedBy(ann).save();
    night();
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
  }

  private void correct(@Nullable String login) {
    losers.correct(lapse(customer), login, "bob promised and forgot", manager);
  }

  @Test
  void aCorrectionIsInTheStoryWithWhomItWasAndWhy() {
    correct("bob");
    assertThat(field(customer, "lost_by")).isEqualTo(bob.member());
    var said = losers.corrections(lapse(customer), manager);
    assertThat(said).hasSize(1);
    assertThat(said.get(0).was()).isEqualTo("Ann");
    assertThat(said.get(0).became()).isEqualTo("Bob");
    assertThat(said.get(0).reason()).isEqualTo("bob promised and forgot");
    assertThat(said.get(0).undone()).isFalse();
    assertThat(audited("lapse.lost-by")).contains("\"lost_was\"").doesNotContain("promised");
  }

  private String audited(String action) {
    return jdbc.sql("select detail::text from audit where action = :action")
        .param("action", action)
        .query(String.class)
        .single();
  }

  @Test
  void whatIsTakenBackIsAsItWasWithWhoWorkedOnIt() {
    correct("bob");
    assertThat(field(customer, "assignee")).isNull();
    assertThat(decisions.undoable(lapse(customer), manager)).isTrue();
    assertThat(decisions.undoable(lapse(customer), ann)).isFalse();
    decisions.undo(lapse(customer), manager);
    assertThat(field(customer, "lost_by")).isEqualTo(ann.member());
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
    assertThat(losers.corrections(lapse(customer), manager).get(0).undone()).isTrue();
    assertThat(audited("lapse.lost-by-undone")).contains("\"lost_by\"");
    assertThatThrownBy(() -> decisions.undo(lapse(customer), manager)).isInstanceOf(Refused.class);
  }

  @Test
  void aLaterLossThatWasTakenWithItGoesBackToo() {
    var earlier = lapse(customer);
    jdbc.sql("update customer set owner_id = null").update();
    buys(customer, today);
    passDays(120);
    night();
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
    losers.correct(earlier, "bob", "he had him", manager);
    assertThat(field(customer, "assignee")).isNull();
    decisions.undo(earlier, manager);
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
  }

  @Test
  void whatAManagerHasLeftToTheLettersMeanwhileStaysThere() {
    var earlier = lapse(customer);
    jdbc.sql("update customer set owner_id = null").update();
    buys(customer, today);
    passDays(120);
    night();
    losers.correct(earlier, "bob", "he had him", manager);
    jdbc.sql("update lapse set queue_reason = 'marketing' where id = :id")
        .param("id", lapse(customer).value())
        .update();
    decisions.undo(earlier, manager);
    assertThat(field(customer, "assignee")).isNull();
  }

  @Test
  void onlyAManagerCorrectsAndOnlyWithAReason() {
    var lapse = lapse(customer);
    assertThatThrownBy(() -> losers.correct(lapse, "bob", "so", ann))
        .isInstanceOf(NotAllowed.class);
    refused("refused.lapse.reason", "bob", " ", manager);
    refused("refused.lapse.lost-by", "nobody-of-ours", "so", manager);
    refused("refused.lapse.lost-by", null, "so", manager);
    refused("refused.lapse.lost-by-same", "ann", "so", manager);
    assertThat(losers.corrections(lapse, manager)).isEmpty();
  }

  private void refused(String key, @Nullable String login, String reason, Actor actor) {
    assertThatThrownBy(() -> losers.correct(lapse(customer), login, reason, actor))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.sentence().key()).isEqualTo(key));
  }

  /** I5: or he would give himself what he lost. */
  @Test
  void whoLostHimDoesNotClearHimself() {
    correct("manager");
    refused("refused.lapse.lost-by-own", "ann", "so", manager);
    losers.correct(lapse(customer), "ann", "so", stories.member("chief", Role.MANAGER));
    assertThat(field(customer, "lost_by")).isEqualTo(ann.member());
  }

  @Test
  void itMayBeSomebodyWhoHasLeftAndNobodyToo() {
    jdbc.sql("update member set active = false where login = 'bob'").update();
    correct("bob");
    assertThat(field(customer, "lost_by")).isEqualTo(bob.member());
    correct("");
    assertThat(field(customer, "lost_by")).isNull();
    assertThat(losers.corrections(lapse(customer), manager)).hasSize(2);
    assertThat(losers.corrections(lapse(customer), manager).get(0).became()).isNull();
  }

  /** Who took the customer over late is marked, and nobody else is. */
  @Test
  void theMarkOfHavingInheritedHimGoesAndComesWithItsMember() {
    jdbc.sql("update lapse set inherited = true, version = version + 1").update();
    correct("bob");
    assertThat(field(customer, "inherited")).isEqualTo(false);
    correct("ann");
    assertThat(field(customer, "inherited")).isEqualTo(true);
    correct("manager");
    decisions.undo(lapse(customer), manager);
    assertThat(field(customer, "inherited")).isEqualTo(true);
  }

  /** The figures of the team follow, whoever came back. */
  @Test
  void aLossThatHasEndedIsCorrectedToo() {
    buys(customer, today);
    correct("bob");
    assertThat(stages(customer)).containsExactly("RETURNED");
    assertThat(field(customer, "lost_by")).isEqualTo(bob.member());
    passDays(1);
    nightly.run(today);
    assertThat(counted(bob)).isOne();
    assertThat(counted(ann)).isZero();
  }

  private long counted(Actor loser) {
    return jdbc.sql(
            """
            select coalesce(sum(n), 0) from lapse_tally where kind = 'member' and split_part(key, '|', 4) = :member
            """)
        .param("member", Long.toString(loser.member()))
        .query(Long.class)
        .single();
  }

  @Test
  void whatWasSaidIsGoneWithWhoeverIsErasedAndNobodySaysMore() {
    correct("bob");
    customers.erase("K-1", stories.admin());
    assertThat(losers.corrections(lapse(customer), manager).get(0).reason()).isNull();
    refused("refused.lapse.erased", "ann", "so", manager);
  }

  @Test
  void aNightAfterItLeavesItAndGivesHimToWhoDidNotLoseHim() {
    correct("bob");
    night();
    assertThat(field(customer, "lost_by")).isEqualTo(bob.member());
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
  }
}
