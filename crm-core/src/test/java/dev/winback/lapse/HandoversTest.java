package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.MemberId;
import dev.winback.staff.Memberships;
import dev.winback.staff.NotAllowed;
import dev.winback.task.Desk;
import dev.winback.task.TaskKind;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * DEC-26 handing over to another specialist, CAL-34 to the branch where he moved, DEC-23 exchanges,
 * and what becomes of all that a member has when he leaves (days.md, "Traps").
 */
class HandoversTest extends LapseStories {

  @Autowired Handovers handovers;
  @Autowired Assignments assignments;
  @Autowired Departures departures;
  @Autowired Swaps swaps;
  @Autowired Memberships members;
  @Autowired Desk desk;

  private Actor ann;
  private Actor bob;
  private Actor admin;

  @BeforeEach
  void reps() {
    ann = stories.rep("ann");
    bob = stories.rep("bob");
    admin = stories.admin();
  }

  private Object owner(CustomerId customer) {
    return jdbc.sql("select owner_id from customer where id = :id")
        .param("id", customer.value())
        .query(Long.class)
        .optional()
        .orElse(null);
  }

  private void lostBy(CustomerId customer, Actor member) {
    jdbc.sql("update lapse set lost_by = :m where customer_id = :c")
        .param("m", member.member())
        .param("c", customer.value())
        .update();
  }

  private static Transfer to(String login, List<LapseId> lapses, List<CustomerId> customers) {
    return new Transfer(lapses, customers, login, "characters do not fit", null);
  }

  @Test
  void anotherSpecialistGetsLossAndCustomerWithAReasonAndBackTheyGo() {
    var customer = stories.aCustomer().ownedBy(ann).silentFor(100).save();
    var lapse = desk.lapse(customer, ann, "100", Stage.WORKING);
    var task = desk.task(lapse, ann, TaskKind.CALL_BACK, today);
    long handover = handovers.transfer(to("bob", List.of(lapse), List.of(customer)), manager);
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
    assertThat(owner(customer)).isEqualTo(bob.member());
    assertThat(desk.see(task).get("member_id")).isEqualTo(bob.member());
    assertThat(handovers.rows(null, 10, manager).items().get(0))
        .satisfies(
            row -> {
              assertThat(row.reason()).isEqualTo("characters do not fit");
              assertThat(row.to()).isEqualTo("Bob");
              assertThat(row.lapses()).isEqualTo(1);
              assertThat(row.customers()).isEqualTo(1);
            });
    handovers.undo(handover, manager);
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
    assertThat(owner(customer)).isEqualTo(ann.member());
    assertThat(desk.see(task).get("member_id")).isEqualTo(ann.member());
    assertThatThrownBy(() -> handovers.undo(handover, manager)).isInstanceOf(NotFound.class);
  }

  @Test
  void whatSomebodyHasWorkedOnSinceStaysWhereItIs() {
    var touched = stories.aCustomer().silentFor(100).save();
    var untouched = stories.aCustomer().silentFor(100).save();
    var one = desk.lapse(touched, ann, "100", Stage.LOST);
    var other = desk.lapse(untouched, ann, "100", Stage.LOST);
    long handover = handovers.transfer(to("bob", List.of(one, other), List.of()), manager);
    clock.forward(java.time.Duration.ofMinutes(5));
    lapses.work(one, bob);
    handovers.undo(handover, manager);
    assertThat(field(touched, "assignee")).isEqualTo(bob.member());
    assertThat(field(untouched, "assignee")).isEqualTo(ann.member());
  }

  @Test
  void aHandoverKeepsTheRulesAndIsAllOrNothing() {
    var his = stories.aCustomer().silentFor(100).save();
    var free = stories.aCustomer().silentFor(100).save();
    var one = desk.lapse(free, ann, "100", Stage.LOST);
    var other = desk.lapse(his, ann, "100", Stage.LOST);
    lostBy(his, bob);
    var both = to("bob", List.of(one, other), List.of());
    assertThatThrownBy(() -> handovers.transfer(both, manager)).hasMessageContaining("lost-him");
    assertThat(field(free, "assignee")).isEqualTo(ann.member());
    var noReason = new Transfer(List.of(one), List.of(), "bob", " ", null);
    assertThatThrownBy(() -> handovers.transfer(noReason, manager)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> handovers.transfer(both, ann)).isInstanceOf(NotAllowed.class);
    var nothing = to("bob", List.of(), List.of());
    assertThatThrownBy(() -> handovers.transfer(nothing, manager)).isInstanceOf(Refused.class);
  }

  @Test
  void whoMovedGoesToTheBranchOfThatRegion() {
    jdbc.sql("update member set region = 'North' where login = 'bob'").update();
    var customer = stories.aCustomer().ownedBy(ann).silentFor(100).save();
    var lapse = desk.lapse(customer, ann, "100", Stage.WORKING);
    assertThatThrownBy(() -> handovers.moveTo(lapse, "South", ann))
        .hasMessageContaining("region-nobody");
    handovers.moveTo(lapse, " north", ann);
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
    assertThat(owner(customer)).isEqualTo(bob.member());
  }

  @Test
  void whoSaidThatHeMovedTakesItBackAndNobodyElseButAManager() {
    jdbc.sql("update member set region = 'North' where login = 'bob'").update();
    var customer = stories.aCustomer().ownedBy(ann).silentFor(100).save();
    var lapse = desk.lapse(customer, ann, "100", Stage.WORKING);
    long handover = handovers.moveTo(lapse, "North", ann);
    assertThatThrownBy(() -> handovers.undo(List.of(handover), bob)).isInstanceOf(NotAllowed.class);
    handovers.undo(List.of(handover), ann);
    assertThat(owner(customer)).isEqualTo(ann.member());
    long other = handovers.transfer(to("bob", List.of(lapse), List.of()), manager);
    assertThatThrownBy(() -> handovers.undo(List.of(other), ann)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void aRegionOfAnyLengthIsRefusedByName() {
    var lapse = desk.lapse(stories.aCustomer().save(), ann, "100", Stage.WORKING);
    assertThatThrownBy(() -> handovers.moveTo(lapse, "x".repeat(501), ann))
        .isInstanceOf(Refused.class);
  }

  @Test
  void nothingGoesBackToWhoHasLeftAndWhatHeLeftGoesBackWithHimAlone() {
    var customer = stories.aCustomer().ownedBy(ann).silentFor(100).save();
    long handover = handovers.transfer(to("bob", List.of(), List.of(customer)), manager);
    members.retire(ann.id(), admin);
    handovers.undo(handover, manager);
    assertThat(owner(customer)).isEqualTo(bob.member());
    long left = jdbc.sql("select max(id) from handover").query(Long.class).single();
    assertThatThrownBy(() -> handovers.undo(left, manager)).isInstanceOf(Refused.class);
  }

  @Test
  void aLossWhoseFormerRepHasLeftStaysWithItsWorkWhereItWent() {
    var customer = stories.aCustomer().silentFor(100).save();
    var lapse = desk.lapse(customer, ann, "100", Stage.LOST);
    long handover = handovers.transfer(to("bob", List.of(lapse), List.of()), manager);
    var call = desk.task(lapse, bob, TaskKind.CALL, today);
    members.retire(ann.id(), admin);
    handovers.undo(handover, manager);
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
    assertThat(desk.see(call).get("state")).isEqualTo("open");
  }

  @Test
  void whatNobodyHadGoesBackToTheQueueWithItsReason() {
    var customer = stories.aCustomer().silentFor(100).save();
    var lapse = desk.lapse(customer, null, "100", Stage.LOST);
    long handover = handovers.transfer(to("bob", List.of(lapse), List.of()), manager);
    handovers.undo(handover, manager);
    assertThat(field(customer, "assignee")).isNull();
    assertThat(field(customer, "queue_reason")).isEqualTo("taken-back");
  }

  @Test
  void theReasonForAnExceptionComesBackWithTheLoss() {
    var customer = stories.aCustomer().silentFor(100).save();
    night();
    lostBy(customer, ann);
    assignments.give(lapse(customer), "ann", "speaks Finnish", false, manager);
    long handover = handovers.transfer(to("bob", List.of(lapse(customer)), List.of()), manager);
    handovers.undo(handover, manager);
    passDays(1);
    night();
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
    assertThat(field(customer, "override_reason")).isEqualTo("speaks Finnish");
  }

  @Test
  void aBranchThatLostHimDoesNotGetHimBack() {
    jdbc.sql("update member set region = 'North' where login = 'bob'").update();
    var customer = stories.aCustomer().silentFor(100).save();
    var lapse = desk.lapse(customer, ann, "100", Stage.WORKING);
    lostBy(customer, bob);
    assertThatThrownBy(() -> handovers.moveTo(lapse, "North", ann))
        .hasMessageContaining("region-rules");
    assertThat(field(customer, "assignee")).isEqualTo(ann.member());
  }

  @Test
  void twoRepsReturnEachOthersCustomersAsManyOfOneAsOfTheOther() {
    var hers = stories.aCustomer("A-1").silentFor(100).save();
    var hersToo = stories.aCustomer("A-2").silentFor(100).save();
    var his = stories.aCustomer("B-1").silentFor(100).save();
    desk.lapse(hers, null, "100", Stage.LOST);
    desk.lapse(hersToo, null, "900", Stage.LATE);
    desk.lapse(his, null, "300", Stage.LOST);
    lostBy(hers, ann);
    lostBy(hersToo, ann);
    lostBy(his, bob);
    var proposed = swaps.proposals(manager);
    assertThat(proposed).hasSize(1);
    assertThat(proposed.get(0).one().cases()).extracting(Swap.Case::ref).containsExactly("A-2");
    assertThat(proposed.get(0).other().cases()).extracting(Swap.Case::ref).containsExactly("B-1");
    var seen = proposed.get(0).key();
    var done = swaps.exchange(seen, manager);
    assertThat(field(hersToo, "assignee")).isEqualTo(bob.member());
    assertThat(field(his, "assignee")).isEqualTo(ann.member());
    assertThat(field(hers, "assignee")).isNull();
    assertThatThrownBy(() -> swaps.exchange(seen, manager)).isInstanceOf(Refused.class);
    done.forEach(handover -> handovers.undo(handover, manager));
    assertThat(field(his, "assignee")).isNull();
    assertThat(swaps.proposals(manager)).hasSize(1);
  }

  /** A second tab, or a key pressed twice: the next ten of each would go, whom nobody has seen. */
  @Test
  void onlyTheLossesThatWereSeenAreExchanged() {
    for (var ref : List.of("A-1", "A-2", "B-1", "B-2")) {
      var customer = stories.aCustomer(ref).silentFor(100).save();
      desk.lapse(customer, null, ref.endsWith("1") ? "900" : "100", Stage.LOST);
      lostBy(customer, ref.startsWith("A") ? ann : bob);
    }
    jdbc.sql("update lapse set stage = 'WORKING' where value_year = 100").update();
    var seen = swaps.proposals(manager).get(0).key();
    swaps.exchange(seen, manager);
    jdbc.sql("update lapse set stage = 'LOST' where value_year = 100").update();
    assertThat(swaps.proposals(manager)).as("there is another pair").hasSize(1);
    assertThatThrownBy(() -> swaps.exchange(seen, manager)).isInstanceOf(Refused.class);
    assertThat(jdbc.sql("select count(assignee) from lapse").query(Long.class).single())
        .isEqualTo(2);
  }

  @Test
  void thereIsNoExchangeWithWhoLostBothOrWhereWorkHasBegun() {
    var hers = stories.aCustomer("A-1").silentFor(100).save();
    var his = stories.aCustomer("B-1").silentFor(100).save();
    var lapse = desk.lapse(hers, null, "100", Stage.WORKING);
    desk.lapse(his, null, "300", Stage.LOST);
    lostBy(hers, ann);
    lostBy(his, bob);
    assertThat(swaps.proposals(manager)).isEmpty();
    jdbc.sql("update lapse set stage = 'LOST' where id = :id").param("id", lapse.value()).update();
    assertThat(swaps.proposals(manager)).hasSize(1);
    jdbc.sql("update member set seniority = 'REGULAR' where login = 'bob'").update();
    jdbc.sql("update customer set flagship = true where ref = 'A-1'").update();
    assertThat(swaps.proposals(manager)).isEmpty();
  }

  private CustomerId customerOfAnn(String ref) {
    return stories.aCustomer(ref).ownedBy(ann).silentFor(100).save();
  }

  @Test
  void whoLeavesHasNothingTheSameHourAndHisPromisesAreKeptByOthers() {
    var working = customerOfAnn("W");
    var lapse = desk.lapse(working, ann, "100", Stage.WORKING);
    lostBy(working, bob);
    var promise = desk.task(lapse, ann, TaskKind.PROMISE, today);
    var call = desk.task(lapse, ann, TaskKind.CALL, today);
    var returned = customerOfAnn("R");
    var won = desk.lapse(returned, ann, "100", Stage.LOST);
    jdbc.sql("update lapse set stage = 'RETURNED', returned_on = :d where id = :id")
        .param("d", today)
        .param("id", won.value())
        .update();
    var thanks = desk.task(won, ann, TaskKind.THANK_YOU, today);
    members.retire(ann.id(), bob.id(), admin);
    assertThat(owner(working)).isEqualTo(bob.member());
    // only bob is left and lost him: the manager's queue, and the manager keeps the promise
    assertThat(field(working, "assignee")).isNull();
    assertThat(field(working, "queue_reason")).isEqualTo("only-losers");
    assertThat(desk.see(promise).get("member_id")).isIn(manager.member(), bob.member());
    assertThat(desk.see(promise).get("state")).isEqualTo("open");
    assertThat(desk.see(call).get("state")).isEqualTo("cancelled");
    assertThat(desk.see(thanks).get("member_id")).isEqualTo(bob.member());
    assertThat(
            jdbc.sql("select count(*) from task where state = 'open' and member_id = :ann")
                .param("ann", ann.member())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void lostByKeepsTheOldNameAndAnotherRepGetsTheLoss() {
    var customer = customerOfAnn("L");
    night();
    var lapse = lapse(customer);
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
    var promise = desk.task(lapse, bob, TaskKind.CALL_BACK, today);
    var cid = stories.rep("cid");
    members.retire(bob.id(), admin);
    assertThat(field(customer, "lost_by")).isEqualTo(ann.member());
    assertThat(field(customer, "assignee")).isEqualTo(cid.member());
    assertThat(desk.see(promise).get("member_id")).isEqualTo(cid.member());
    members.takeBack(bob.id(), admin);
    assertThat(field(customer, "assignee")).isEqualTo(bob.member());
    assertThat(desk.see(promise).get("member_id")).isEqualTo(bob.member());
  }

  @Test
  void withoutAnHeirCustomersAreSharedAndTheDeputyIsTheHeir() {
    var first = customerOfAnn("1");
    var second = customerOfAnn("2");
    stories.rep("cid");
    members.retire(ann.id(), admin);
    assertThat(owner(first)).isNotEqualTo(owner(second)).isNotEqualTo(ann.member());
    members.takeBack(ann.id(), admin);
    assertThat(owner(first)).isEqualTo(ann.member());
    jdbc.sql("update member set deputy_id = :bob where login = 'ann'")
        .param("bob", bob.member())
        .update();
    members.retire(ann.id(), admin);
    assertThat(owner(first)).isEqualTo(bob.member());
    assertThat(owner(second)).isEqualTo(bob.member());
  }

  @Test
  void thePreviewSaysWhatTheActDoesAndChangesNothing() {
    var customer = customerOfAnn("P");
    desk.task(desk.lapse(customer, ann, "100", Stage.WORKING), ann, TaskKind.PROMISE, today);
    var before = dump();
    var preview = departures.preview(ann.id(), bob.id(), admin);
    assertThat(dump()).isEqualTo(before);
    assertThat(
            jdbc.sql("select active from member where login = 'ann'").query(Boolean.class).single())
        .isTrue();
    assertThat(preview.lines()).containsExactly(new HandoverLine("Bob", 1, 1, 1, 1));
    assertThat(preview.items()).extracting(HandoverItem::kind).contains("promise", "lapse");
    members.retire(ann.id(), bob.id(), admin);
    long handover = jdbc.sql("select max(id) from handover").query(Long.class).single();
    assertThat(handovers.lines(handover, manager)).isEqualTo(preview.lines());
  }

  @Test
  void anHeirIsAnotherActiveMember() {
    assertThatThrownBy(() -> members.retire(ann.id(), ann.id(), admin)).isInstanceOf(Refused.class);
    jdbc.sql("update member set active = false where login = 'bob'").update();
    assertThatThrownBy(() -> members.retire(ann.id(), bob.id(), admin)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> members.retire(ann.id(), new MemberId(99_999), admin))
        .isInstanceOf(NotFound.class);
  }
}
