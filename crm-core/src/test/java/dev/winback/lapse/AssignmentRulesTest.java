package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.Role;
import dev.winback.staff.Seniority;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * DEC-24, DEC-25: A, VIP and flagship go to senior members, newcomers get group 3 or work with the
 * manager; whoever may not have a loss is told why (DEC-22).
 */
class AssignmentRulesTest extends LapseStories {

  @Autowired Assignments assignments;

  private Actor member(String login, Seniority seniority) {
    var rep = stories.rep(login);
    jdbc.sql("update member set seniority = :s where id = :id")
        .param("s", seniority.name())
        .param("id", rep.member())
        .update();
    return rep;
  }

  private CustomerId customer(String abc, boolean vip, int group) {
    var customer = stories.aCustomer().silentFor(100).save();
    jdbc.sql(
            """
            insert into customer_category (customer_id, abc, xyz, vip, fallen, candidate, priority_group, value)
            values (:id, :abc, 'Y', :vip, false, false, :group, 100)
            """)
        .param("id", customer.value())
        .param("abc", abc)
        .param("vip", vip)
        .param("group", group)
        .update();
    jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:id, 1, 'LATE', :day, 'silent', :day - 100, 100, 'EUR')
            """)
        .param("id", customer.value())
        .param("day", today)
        .update();
    return customer;
  }

  private void assign() {
    lapses.assign(today);
    var once = dump();
    lapses.assign(today);
    assertThat(dump()).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource({
    // class, VIP, group, seniority of the only rep: gets it, or why nobody does
    "A, false, 1, SENIOR,",
    "A, false, 1, REGULAR, no-senior",
    "A, false, 3, REGULAR, no-senior",
    "C, true,  1, REGULAR, no-senior",
    "C, true,  1, SENIOR,",
    "B, false, 2, REGULAR,",
    "B, false, 2, NOVICE,  only-novices",
    "B, false, 3, NOVICE,",
    "C, false, 4, NOVICE,  only-novices",
    "A, false, 3, NOVICE,  no-senior",
  })
  void seniorityDecidesWhoGetsWhom(
      String abc, boolean vip, int group, Seniority seniority, String why) {
    var rep = member("ann", seniority);
    var customer = customer(abc, vip, group);
    assign();
    assertThat(field(customer, "assignee")).isEqualTo(why == null ? rep.member() : null);
    assertThat(field(customer, "queue_reason")).isEqualTo(why);
  }

  @Test
  void aFlagshipNeedsASeniorWhateverItsClass() {
    member("ann", Seniority.REGULAR);
    var customer = customer("C", false, 3);
    jdbc.sql("update customer set flagship = true").update();
    assign();
    assertThat(field(customer, "queue_reason")).isEqualTo("no-senior");
    jdbc.sql("update member set seniority = 'SENIOR'").update();
    assign();
    assertThat(field(customer, "queue_reason")).isNull();
  }

  @Test
  void theReasonTellsWhoIsMissingExactly() {
    var ann = member("ann", Seniority.SENIOR);
    member("bob", Seniority.NOVICE);
    var best = customer("A", false, 1);
    var middle = customer("B", false, 2);
    jdbc.sql("update lapse set lost_by = :ann").param("ann", ann.member()).update();
    assign();
    assertThat(field(best, "queue_reason")).isEqualTo("seniors-lost-him");
    assertThat(field(middle, "queue_reason")).isEqualTo("only-novices-left");
    jdbc.sql("update member set active = false where login = 'bob'").update();
    assign();
    assertThat(field(best, "queue_reason")).isEqualTo("only-losers");
  }

  @Test
  void whoTakesNoCallsGetsNothingByNightAndCountsForNobody() {
    member("ann", Seniority.SENIOR);
    jdbc.sql("update member set capacity = 0 where login = 'ann'").update();
    var customer = customer("B", false, 2);
    assign();
    assertThat(field(customer, "queue_reason")).isEqualTo("no-rep");
  }

  /** I5: an exception is another person's. */
  @Test
  void aManagerWhoLostTheCustomerMakesNoExceptionForHimself() {
    var lapse = lapse(customer("B", false, 2));
    jdbc.sql("update lapse set lost_by = :m").param("m", manager.member()).update();
    assertThatThrownBy(() -> assignments.give(lapse, "manager", "I know him", false, manager))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.sentence().key()).endsWith("rule.own-loss"));
    var other = stories.member("second", Role.MANAGER);
    assignments.give(lapse, "manager", "he knows him", false, other);
    assertThat(jdbc.sql("select assignee from lapse").query(Long.class).single())
        .isEqualTo(manager.member());
  }

  @ParameterizedTest
  @CsvSource({
    "A, 1, REGULAR, 12, refused.rule.needs-senior",
    "B, 2, NOVICE,  12, refused.rule.novice",
    "B, 3, SENIOR,   0, refused.rule.no-capacity",
  })
  void byHandEachRuleIsOverriddenWithAReasonAlone(
      String abc, int group, Seniority seniority, int capacity, String sentence) {
    member("ann", seniority);
    jdbc.sql("update member set capacity = :c where login = 'ann'").param("c", capacity).update();
    var customer = customer(abc, false, group);
    var lapse = lapse(customer);
    assertThatThrownBy(() -> assignments.give(lapse, "ann", " ", false, manager))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.field()).isEqualTo("override");
              assertThat(refused.sentence().key()).endsWith(sentence);
            });
    assignments.give(lapse, "ann", "she knows him", false, manager);
    assertThat(field(customer, "override_reason")).isEqualTo("she knows him");
    assertThat(
            jdbc.sql("select detail ->> 'rules' from audit where action = 'lapse.assigned'")
                .query(String.class)
                .single())
        .contains(sentence.substring("refused.rule.".length()));
  }

  @Test
  void aNewcomerWorksWithTheManagerOnWhatHeWouldNotGetAlone() {
    member("ann", Seniority.NOVICE);
    var customer = customer("B", false, 2);
    assignments.give(lapse(customer), "ann", null, true, manager);
    assertThat(field(customer, "joint_with")).isEqualTo(manager.member());
    assertThat(field(customer, "override_reason")).isNull();
    // together is no way round the rule for the best customers
    var best = customer("A", false, 1);
    assertThatThrownBy(() -> assignments.give(lapse(best), "ann", null, true, manager))
        .hasMessageContaining("needs-senior");
  }

  @Test
  void nothingIsRecordedWhereNoRuleStandsAgainstIt() {
    member("ann", Seniority.SENIOR);
    var customer = customer("A", true, 1);
    assignments.give(lapse(customer), "ANN ", "for nothing", true, manager);
    assertThat(field(customer, "override_reason")).isNull();
    assertThat(field(customer, "joint_with")).isNull();
  }

  /** DEC-23: the alternatives, a leader of the firm and marketing. */
  @Test
  void aLeaderTakesItHimselfAndTheNightLeavesItWithHim() {
    var customer = customer("A", true, 1);
    member("ann", Seniority.SENIOR);
    assignments.give(lapse(customer), "manager", null, false, manager);
    assign();
    assertThat(field(customer, "assignee")).isEqualTo(manager.member());
    stories.member("mia", Role.MARKETING);
    assertThatThrownBy(() -> assignments.give(lapse(customer), "mia", "x", false, manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whatIsLeftToMarketingStaysThere() {
    member("ann", Seniority.SENIOR);
    var customer = customer("B", false, 2);
    assign();
    assignments.leaveToMarketing(lapse(customer), manager);
    assign();
    assertThat(field(customer, "assignee")).isNull();
    assertThat(field(customer, "queue_reason")).isEqualTo("marketing");
    assignments.give(lapse(customer), "ann", null, false, manager);
    assertThat(field(customer, "queue_reason")).isNull();
  }

  @Test
  void thePickerSaysOfEveryoneWhatStandsAgainstHimAndHowMuchHeHas() {
    var ann = member("ann", Seniority.SENIOR);
    member("bob", Seniority.NOVICE);
    var customer = customer("B", false, 2);
    jdbc.sql("update lapse set lost_by = :ann").param("ann", ann.member()).update();
    var all = assignments.candidates(lapse(customer), manager);
    assertThat(all).extracting(Candidate::login).containsExactly("ann", "bob", "manager");
    assertThat(all.get(0).against()).containsExactly(AssignmentRule.LOST_HIM);
    assertThat(all.get(1).against()).containsExactly(AssignmentRule.NOVICE);
    assertThat(all.get(2).against()).isEmpty();
    assignments.give(lapse(customer), "bob", "try", false, manager);
    assertThat(assignments.candidates(lapse(customer), manager).get(1))
        .satisfies(
            bob -> {
              assertThat(bob.open()).isEqualTo(1);
              assertThat(bob.has()).isTrue();
            });
  }
}
