package dev.winback.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.campaign.CampaignFigures.Strain;
import dev.winback.customer.CustomerId;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** OPS-01, OPS-02, MEA-10, CAL-35: a list, a team, a period, what it costs and what it brings. */
@CoreTest
class CampaignsTest {

  private static final LocalDate DAY = MovableClock.START;

  @Autowired Campaigns campaigns;
  @Autowired CampaignLists lists;
  @Autowired CampaignResults results;
  @Autowired CampaignBudgets budgets;
  @Autowired CampaignWork work;
  @Autowired Decisions decisions;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private Actor manager;
  private Actor ann;
  private Actor bob;

  @BeforeEach
  void people() {
    manager = stories.manager();
    ann = stories.rep("ann");
    bob = stories.rep("bob");
  }

  private static CampaignEntry entry(String bonus, String budget, String... team) {
    return new CampaignEntry(
        "Spring",
        "manager",
        "commercial director",
        "2026-06-01",
        "2026-06-30",
        List.of(team),
        "free delivery",
        "15",
        budget,
        bonus,
        "a dinner",
        null);
  }

  private long lapse(CustomerId customer, Actor lostBy, int value) {
    return jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_by, value_year, currency)
            values (:customer, 1, 'LOST', :day - 10, 'silent', :day - 190, :loser, :value, 'EUR') returning id
            """)
        .param("customer", customer.value())
        .param("day", DAY)
        .param("loser", lostBy == null ? null : lostBy.member())
        .param("value", value)
        .query(Long.class)
        .single();
  }

  private long loss(Actor lostBy, int value) {
    return lapse(stories.aCustomer().silentFor(190).save(), lostBy, value);
  }

  private Campaign seen(long id) {
    return lists.one(id, manager);
  }

  @Test
  void aCampaignNamesWhoAnswersForItAndWhatItMayDo() {
    long id = campaigns.add(entry("10", "500", "ann", "bob"), List.of(loss(null, 5)), manager);
    var campaign = seen(id);
    assertThat(campaign.lead()).isEqualTo("Manager");
    assertThat(campaign.post()).isEqualTo("commercial director");
    assertThat(campaign.team()).containsExactly("ann", "bob");
    assertThat(campaign.mostPercent()).isEqualTo(15);
    assertThat(campaign.losses()).isEqualTo(1);
    assertThat(campaign.state()).isEqualTo("draft");
  }

  @Test
  void theSameLossIsOnAListOnce() {
    long loss = loss(null, 5);
    long id = campaigns.add(entry(null, null, "ann"), List.of(loss, loss), manager);
    assertThat(campaigns.put(id, List.of(loss), manager)).isZero();
    assertThat(seen(id).losses()).isEqualTo(1);
    campaigns.take(id, loss, manager);
    assertThat(seen(id).losses()).isZero();
  }

  @Test
  void itBeginsWithALossAndAPersonOnlyAndEachStepIsTakenBack() {
    long id = campaigns.add(entry(null, null), List.of(loss(null, 5)), manager);
    assertThatThrownBy(() -> campaigns.move(id, CampaignState.RUNNING, manager))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("campaign.refused.team");
    campaigns.change(id, entry(null, null, "ann"), seen(id).version(), manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    assertThatThrownBy(() -> campaigns.remove(id, manager)).isInstanceOf(Refused.class);
    campaigns.move(id, CampaignState.ENDED, manager);
    assertThatThrownBy(() -> campaigns.move(id, CampaignState.DRAFT, manager))
        .isInstanceOf(Refused.class);
    campaigns.move(id, CampaignState.RUNNING, manager);
    campaigns.move(id, CampaignState.DRAFT, manager);
    campaigns.remove(id, manager);
    assertThatThrownBy(() -> seen(id)).isInstanceOf(NotFound.class);
    campaigns.restore(id, manager);
    assertThat(seen(id).state()).isEqualTo("draft");
  }

  @Test
  void whoSawAnOlderVersionDoesNotWriteOverANewerOne() {
    long id = campaigns.add(entry(null, null, "ann"), List.of(), manager);
    long version = seen(id).version();
    campaigns.change(id, entry(null, "7", "ann"), version, manager);
    assertThatThrownBy(() -> campaigns.change(id, entry(null, "9", "ann"), version, manager))
        .isInstanceOf(Refused.class);
  }

  /** DEC-22 holds in a campaign as everywhere. */
  @Test
  void theLossesAreSharedAmongTheTeamAndNeverWithWhoLostThem() {
    long hisOwn = loss(ann, 900);
    long first = loss(null, 800);
    long second = loss(null, 700);
    long id =
        campaigns.add(entry(null, null, "ann", "bob"), List.of(hisOwn, first, second), manager);
    assertThat(seen(id).outside()).isEqualTo(3);
    campaigns.move(id, CampaignState.RUNNING, manager);
    assertThat(work.share(id, manager)).isEqualTo(3);
    assertThat(work.share(id, manager)).isZero();
    assertThat(assignee(hisOwn)).isEqualTo(bob.member());
    assertThat(assignee(first)).isEqualTo(ann.member());
    assertThat(seen(id).outside()).isZero();
  }

  @Test
  void aLossThatNobodyOfTheTeamMayHaveStaysOutside() {
    long id = campaigns.add(entry(null, null, "ann"), List.of(loss(ann, 900)), manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    assertThat(work.share(id, manager)).isZero();
    assertThat(seen(id).outside()).isEqualTo(1);
    assertThat(lists.count(id, CampaignFilter.of("outside"), manager)).isEqualTo(1);
  }

  private long assignee(long lapse) {
    return jdbc.sql("select assignee from lapse where id = :id")
        .param("id", lapse)
        .query(Long.class)
        .single();
  }

  @Test
  void coverageCountsWhomSomebodyContactedSinceTheFirstDay() {
    var early = stories.aCustomer().silentFor(190).save();
    var today = stories.aCustomer().silentFor(190).save();
    long one = lapse(early, null, 5);
    long other = lapse(today, null, 7);
    long id = campaigns.add(entry(null, null, "ann"), List.of(one, other), manager);
    contacts(early, DAY.minusDays(1));
    assertThat(seen(id).coverage()).isZero();
    contacts(today, DAY);
    assertThat(seen(id).coverage()).isEqualTo(50);
    assertThat(names(id, "uncontacted")).containsExactly(one);
    contacts(early, DAY);
    assertThat(seen(id).coverage()).isEqualTo(100);
  }

  private List<Long> names(long id, String show) {
    return lists.lapses(id, CampaignFilter.of(show), null, 10, manager).items().stream()
        .map(CampaignRow::lapse)
        .toList();
  }

  private void contacts(CustomerId customer, LocalDate day) {
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel)
            select :customer, 'story', 'c' || (count(*) + 1), :at, 'phone' from contact
            """)
        .param("customer", customer.value())
        .param("at", day.atTime(12, 0).atZone(clock.getZone()).toOffsetDateTime())
        .update();
  }

  /** OPS-02: the manager is told before it is too late, and again when it is. */
  @Test
  void itIsSaidWhenABudgetIsNearlySpentAndWhenItIs() {
    var customer = stories.aCustomer().silentFor(190).save();
    long loss = lapse(customer, null, 900);
    long id = campaigns.add(entry(null, "13", "ann"), List.of(loss), manager);
    assertThat(spent(id, manager)).as("a draft spends nothing").isNull();
    campaigns.move(id, CampaignState.RUNNING, manager);
    work.share(id, manager);
    calls(customer, loss); // 10.00
    assertThat(spent(id, manager)).isEqualTo(new CampaignBudgets.Spent(76, Strain.NONE));
    campaigns.change(id, entry(null, "12.50", "ann"), seen(id).version(), manager);
    assertThat(spent(id, manager)).isEqualTo(new CampaignBudgets.Spent(80, Strain.NEAR));
    assertThat(budgets.counts(manager)).isEqualTo(Map.of(Strain.NEAR, 1L));
    campaigns.change(id, entry(null, "10", "ann"), seen(id).version(), manager);
    assertThat(spent(id, manager)).isEqualTo(new CampaignBudgets.Spent(100, Strain.OVER));
    assertThat(budgets.counts(manager)).isEqualTo(Map.of(Strain.OVER, 1L));
    assertThat(spent(id, ann)).as("money of the firm").isNull();
  }

  private CampaignBudgets.Spent spent(long id, Actor reader) {
    return budgets.of(List.of(seen(id)), reader).get(id);
  }

  @Test
  void resultsNameTheFirstOrdersTheBonusTheCostAndWhatIsLeftOfTheBudget() {
    var customer = stories.aCustomer().silentFor(190).save();
    long loss = lapse(customer, null, 900);
    long id = campaigns.add(entry("10", "500", "ann"), List.of(loss), manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    work.share(id, manager);
    calls(customer, loss);
    buys(customer, "200.00");
    buys(customer, "300.00");
    clock.setDay(DAY.plusDays(1));
    var figures = results.of(seen(id), manager);
    assertThat(figures.calls()).isEqualTo(1);
    assertThat(figures.returned()).isEqualTo(1);
    assertThat(figures.trial()).isEqualByComparingTo("200.00");
    assertThat(figures.revenue()).isEqualByComparingTo("500.00");
    assertThat(figures.margin()).isEqualByComparingTo("150.00"); // 30 %
    assertThat(figures.time()).isEqualByComparingTo("10.00"); // 20 minutes of 30.00
    assertThat(figures.bonus()).isEqualByComparingTo("20.00");
    assertThat(figures.cost()).isEqualByComparingTo("30.00");
    assertThat(figures.left()).isEqualByComparingTo("470.00");
    assertThat(figures.romi()).isEqualTo(400);
    var line = figures.members().get(0);
    assertThat(line.returned()).isEqualTo(1);
    assertThat(line.bonus()).isEqualByComparingTo("20.00");
    assertThat(figures.othersReturned()).isZero();
    assertThat(figures.othersTrial()).isZero();
    assertThat(names(id, "returned")).containsExactly(loss);
    var hers = results.of(seen(id), ann);
    assertThat(hers.cost()).isNull();
    assertThat(hers.margin()).isNull();
    assertThat(hers.romi()).isNull();
    assertThat(hers.members().get(0).bonus()).isEqualByComparingTo("20.00");
    assertThat(results.of(seen(id), bob).members().get(0).bonus()).isNull();
    used(customer, loss);
    assertThat(results.of(seen(id), manager).offers()).isEqualByComparingTo("7.00");
    assertThat(results.of(seen(id), manager).cost()).isEqualByComparingTo("37.00");
    jdbc.sql("update offer_grant set valid_until = :day").param("day", DAY.minusDays(1)).update();
    assertThat(results.of(seen(id), manager).offers()).as("not with it").isZero();
  }

  private void used(CustomerId customer, long lapse) {
    jdbc.sql(
            """
            insert into offer_grant (lapse_id, customer_id, kind, asked_percent, percent, asked_fixed, fixed, margin_percent,
                                     floor_percent, most_percent, cost, currency, state, asked_by, asked_at, given_by, given_at,
                                     valid_until)
            values (:lapse, :customer, 'gift', 0, 0, 7, 7, 30, 5, 25, 7, 'EUR', 'given', :member, :now, :member, :now, :day)
            """)
        .param("lapse", lapse)
        .param("customer", customer.value())
        .param("member", ann.member())
        .param("day", DAY)
        .param("now", DAY.atTime(12, 0).atOffset(ZoneOffset.UTC))
        .update();
  }

  private void calls(CustomerId customer, long lapse) {
    jdbc.sql(
            """
            with t as (
              insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
              values (:lapse, :customer, :member, 'call', 'done', :day) returning id)
            insert into call (task_id, lapse_id, customer_id, member_id, result, called_at)
            select id, :lapse, :customer, :member, 'talked', :now from t
            """)
        .param("lapse", lapse)
        .param("customer", customer.value())
        .param("member", ann.member())
        .param("day", DAY)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private void buys(CustomerId customer, String amount) {
    transaction.executeWithoutResult(
        status -> {
          stories.purchase(customer, DAY, amount);
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
        });
  }

  @Test
  void aRepSeesTheCampaignsOfHisTeamAndDecidesNothing() {
    long id = campaigns.add(entry(null, null, "ann"), List.of(loss(null, 5)), manager);
    assertThat(lists.one(id, ann).losses()).isEqualTo(1);
    assertThatThrownBy(() -> lists.one(id, bob)).isInstanceOf(NotFound.class);
    assertThat(lists.page(null, null, 10, bob).items()).isEmpty();
    assertThatThrownBy(() -> campaigns.add(entry(null, null), List.of(), ann))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> work.share(id, ann)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void theListPages() {
    for (int i = 0; i < 3; i++) {
      campaigns.add(entry(null, null, "ann"), List.of(), manager);
    }
    var first = lists.page(null, null, 2, manager);
    assertThat(first.items()).hasSize(2);
    var next = lists.page(null, first.next(), 2, manager);
    assertThat(next.items()).hasSize(1);
    assertThat(next.items().get(0).id()).isLessThan(first.items().get(1).id());
    assertThatThrownBy(() -> lists.page("done", null, 2, manager)).isInstanceOf(Refused.class);
  }

  @Test
  void wrongFieldsAreRefusedByName() {
    var wrong =
        new CampaignEntry(
            "x",
            "manager",
            null,
            "2026-06-02",
            "2026-06-01",
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    assertThatThrownBy(() -> campaigns.add(wrong, List.of(), manager))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("ends"));
    assertThatThrownBy(() -> campaigns.add(entry("101", null), List.of(), manager))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("bonus"));
    assertThatThrownBy(() -> campaigns.add(entry(null, null, "marketing"), List.of(), manager))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("team"));
  }

  @Test
  void onlyWhatRunsIsSharedWhoeverWorksOnOneKeepsItAndItIsTakenBack() {
    long free = loss(null, 5);
    long worked = loss(null, 4);
    long handed = loss(null, 3);
    var carl = stories.rep("carl");
    has(worked, carl, "WORKING");
    has(handed, carl, "LOST");
    long id =
        campaigns.add(entry(null, null, "ann", "bob"), List.of(free, worked, handed), manager);
    assertThatThrownBy(() -> work.share(id, manager))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("campaign.refused.share");
    campaigns.move(id, CampaignState.RUNNING, manager);
    assertThat(work.share(id, manager)).isEqualTo(2);
    assertThat(whose(worked)).isEqualTo(carl.member());
    has(free, ann, "WORKING");
    assertThat(work.unshare(id, manager)).isPositive();
    assertThat(whose(handed)).isNotIn(ann.member(), bob.member());
    assertThat(work.unshare(id, manager)).as("twice").isZero();
  }

  /** A rep logs a call at that moment: his loss stays, and the others are given. */
  @Test
  void aLossThatSomebodyElseIsAtStopsNoOtherAndIsLeft() {
    long busy = loss(null, 900);
    long free = loss(null, 800);
    long id = campaigns.add(entry(null, null, "ann"), List.of(busy, free), manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    busy(busy, () -> assertThat(work.share(id, manager)).isEqualTo(1));
    assertThat(whose(busy)).isNull();
    assertThat(whose(free)).isEqualTo(ann.member());
    assertThat(work.share(id, manager)).isEqualTo(1);
    clock.forward(Duration.ofMinutes(1));
    busy(busy, () -> assertThat(work.unshare(id, manager)).isEqualTo(1));
    assertThat(whose(free)).isNull();
    assertThat(whose(busy)).isEqualTo(ann.member());
  }

  private void busy(long lapse, Runnable meanwhile) {
    jdbc.sql(
            "create function busy() returns trigger language plpgsql as $$ begin raise exception 'busy' using errcode = '40001'; end $$")
        .update();
    jdbc.sql(
            "create trigger busy before update on lapse for each row when (old.id = "
                + lapse
                + ") execute function busy()")
        .update();
    try {
      meanwhile.run();
    } finally {
      jdbc.sql("drop function busy() cascade").update();
    }
  }

  @Test
  void sharingAgainWhatIsSharedTakesNothingFromTheUndo() {
    long id =
        campaigns.add(entry(null, null, "ann"), List.of(loss(null, 5), loss(null, 4)), manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    assertThat(work.share(id, manager)).isEqualTo(2);
    clock.forward(Duration.ofMinutes(1));
    assertThat(work.share(id, manager)).isZero();
    assertThat(work.unshare(id, manager)).isEqualTo(2);
  }

  @Test
  void onlyWhatTheSharingGaveIsTakenBack() {
    long shared = loss(null, 5);
    long byHand = loss(null, 4);
    long moved = loss(null, 3);
    has(byHand, stories.rep("carl"), "WORKING");
    long id =
        campaigns.add(entry(null, null, "ann", "bob"), List.of(shared, byHand, moved), manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    assertThat(work.share(id, manager)).isEqualTo(2);
    var other = whose(moved).equals(ann.member()) ? "bob" : "ann";
    decisions.assign(new LapseId(moved), other, null, manager);
    decisions.assign(new LapseId(byHand), "bob", null, manager);
    assertThat(work.unshare(id, manager)).isEqualTo(1);
    assertThat(whose(shared)).isNull();
    assertThat(whose(byHand)).isEqualTo(bob.member());
    assertThat(whose(moved)).isIn(ann.member(), bob.member());
  }

  private void has(long lapse, Actor member, String stage) {
    jdbc.sql(
            "update lapse set assignee = :m, assigned_on = :day, stage = :stage, version = version + 1 where id = :id")
        .param("m", member.member())
        .param("day", DAY)
        .param("stage", stage)
        .param("id", lapse)
        .update();
  }

  private Long whose(long lapse) {
    return jdbc.sql("select assignee from lapse where id = :id")
        .param("id", lapse)
        .query((row, n) -> row.getObject(1, Long.class))
        .list()
        .get(0);
  }

  @Test
  void aLossThatBecamePartOfAnotherOneCountsOnceAndIsTakenOff() {
    var customer = stories.aCustomer().silentFor(190).save();
    long root = lapse(customer, null, 5);
    long part =
        jdbc.sql(
                """
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
                select customer_id, 2, 'MERGED', opened_on + 1, opened_by, silent_since + 1, 5, 'EUR' from lapse
                returning id
                """)
            .query(Long.class)
            .single();
    long id = campaigns.add(entry(null, null, "ann"), List.of(root, part), manager);
    jdbc.sql("update lapse set merged_with = :root where id = :part")
        .param("root", root)
        .param("part", part)
        .update();
    assertThat(seen(id).losses()).isEqualTo(1);
    assertThat(lists.count(id, CampaignFilter.ALL, manager)).isEqualTo(1);
    campaigns.take(id, root, manager);
    assertThat(seen(id).losses()).isZero();
  }
}
