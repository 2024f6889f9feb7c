package dev.winback.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.experiment.Verdict;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.task.Tasks;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.ServersOwnPlans;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * OPS-02, MEA-10: some losses of a campaign are kept back by lot from the first one on, nobody
 * works on them, and what the campaign brought is told against them.
 */
@CoreTest
class CampaignControlTest {

  private static final LocalDate DAY = MovableClock.START;

  @Autowired Campaigns campaigns;
  @Autowired CampaignLists lists;
  @Autowired CampaignResults results;
  @Autowired CampaignCalls calls;
  @Autowired CampaignWork work;
  @Autowired Tasks tasks;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private Actor manager;
  private Actor ann;

  @BeforeEach
  void people() {
    manager = stories.manager();
    ann = stories.rep("ann");
  }

  private static CampaignEntry entry(int control) {
    return new CampaignEntry(
        "Spring",
        "manager",
        null,
        "2026-06-01",
        "2026-06-30",
        List.of("ann"),
        null,
        null,
        null,
        "10",
        null,
        "" + control);
  }

  private List<Long> losses(int many) {
    var losses = new ArrayList<Long>();
    for (int i = 0; i < many; i++) {
      losses.add(loss("LOST"));
    }
    return losses;
  }

  private long loss(String stage) {
    var customer = stories.aCustomer().silentFor(190).save();
    return jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:customer, 1, :stage, :day - 10, 'silent', :day - 190, 100, 'EUR') returning id
            """)
        .param("customer", customer.value())
        .param("stage", stage)
        .param("day", DAY)
        .query(Long.class)
        .single();
  }

  private long started(int control, List<Long> losses) {
    long id = campaigns.add(entry(control), losses, manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    return id;
  }

  private List<Long> names(long id, String show) {
    return lists.lapses(id, CampaignFilter.of(show), null, 500, manager).items().stream()
        .map(CampaignRow::lapse)
        .sorted()
        .toList();
  }

  private CampaignEffect effect(long id) {
    return results.effect(lists.one(id, manager), manager);
  }

  /** The hash in another spelling: its first 32 bits as a number, of a hundred. */
  private List<Long> byHand(long id, List<Long> losses, int control) {
    return losses.stream()
        .filter(loss -> lot("campaign " + id + " " + loss) < control)
        .sorted()
        .toList();
  }

  private static long lot(String salted) {
    try {
      var hash = java.security.MessageDigest.getInstance("MD5").digest(salted.getBytes("US-ASCII"));
      return Integer.toUnsignedLong(java.nio.ByteBuffer.wrap(hash).getInt()) % 100;
    } catch (java.security.GeneralSecurityException | java.io.UnsupportedEncodingException none) {
      throw new IllegalStateException(none);
    }
  }

  @Test
  void whoIsKeptBackIsFixedByTheHashOfCampaignAndLossAndEachCampaignDrawsAnew() {
    var losses = losses(60);
    long id = started(30, losses);
    assertThat(names(id, "control")).isEqualTo(byHand(id, losses, 30)).isNotEmpty();
    assertThat(names(id, "treated")).hasSize(60 - names(id, "control").size());
    var kept = names(id, "control");
    campaigns.move(id, CampaignState.ENDED, manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    assertThat(names(id, "control")).as("twice").isEqualTo(kept);
    jdbc.sql("update campaign_lapse set drawn_on = drawn_on - 100").update();
    long next = started(30, losses);
    assertThat(names(next, "control")).isEqualTo(byHand(next, losses, 30)).isNotEqualTo(kept);
  }

  /** Due = treated + control + held by reason. */
  @Test
  void theListIsThoseOfTheTeamThoseKeptBackAndThoseNotDueByReason() {
    var losses = losses(20);
    losses.add(loss("WORKING"));
    long over = loss("LOST");
    losses.add(over);
    jdbc.sql("update lapse set stage = 'REFUSED', closed_on = :day where id = :l")
        .param("day", DAY)
        .param("l", over)
        .update();
    long gone = loss("LOST");
    losses.add(gone);
    jdbc.sql(
            "update customer set status = 'left' where id = (select customer_id from lapse where id = :l)")
        .param("l", gone)
        .update();
    var other = losses(1);
    started(0, other);
    losses.addAll(other);
    long id = started(50, losses);
    var effect = effect(id);
    assertThat(effect.held())
        .extracting(CampaignEffect.Held::reason, CampaignEffect.Held::losses)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("closed", 1L),
            org.assertj.core.groups.Tuple.tuple("elsewhere", 1L),
            org.assertj.core.groups.Tuple.tuple("in_work", 1L),
            org.assertj.core.groups.Tuple.tuple("inactive", 1L));
    assertThat(effect.treated() + effect.control() + 4).isEqualTo(lists.one(id, manager).losses());
    assertThat(effect.treated()).isEqualTo(names(id, "treated").size());
    assertThat(effect.control()).isEqualTo(names(id, "control").size()).isPositive();
    for (var held : effect.held()) {
      var filter = new CampaignFilter("held", held.reason(), null);
      assertThat(lists.count(id, filter, manager)).isEqualTo(held.losses());
    }
  }

  @Test
  void whoIsKeptBackIsGivenToNobodyOfTheTeamAndIsNotMissingInItsCoverage() {
    var losses = losses(30);
    long id = started(40, losses);
    var kept = names(id, "control");
    assertThat(work.share(id, manager)).isEqualTo(30 - kept.size());
    assertThat(names(id, "uncontacted")).doesNotContainAnyElementsOf(kept);
    assertThat(names(id, "outside")).isEmpty();
    var campaign = lists.one(id, manager);
    assertThat(campaign.kept()).isEqualTo(kept.size());
    assertThat(campaign.due()).isEqualTo(30 - kept.size());
  }

  /** Nothing plans a call to him, whoever has him, until his 60 days are over. */
  @Test
  void nobodyIsToldToCallWhomACampaignKeepsBackUntilHisSixtyDaysAreOver() {
    var losses = losses(12);
    long id = started(50, losses);
    jdbc.sql("update customer set phone = '+49 221 1'").update();
    jdbc.sql("update lapse set assignee = :ann, assigned_on = opened_on")
        .param("ann", ann.member())
        .update();
    jdbc.sql("update member set capacity = 50 where id = :ann").param("ann", ann.member()).update();
    tasks.plan(DAY);
    assertThat(called()).isEqualTo(names(id, "treated"));
    clock.setDay(DAY.plusDays(60));
    tasks.plan(clock.today());
    assertThat(called()).isEqualTo(names(id, "treated"));
    clock.setDay(DAY.plusDays(61));
    tasks.plan(clock.today());
    assertThat(called()).isEqualTo(losses.stream().sorted().toList());
  }

  /** As which of the two the loss is told is as which it is called. */
  @Test
  void aLossMergedOfOneKeptBackAndOneDrawnForTheTeamIsCalledAndOneOfTwoKeptBackIsNot() {
    var losses = losses(4);
    long id = started(50, losses);
    drawn(losses.get(0), "control");
    merged(losses.get(1), "treated", losses.get(0));
    drawn(losses.get(2), "control");
    merged(losses.get(3), "control", losses.get(2));
    jdbc.sql("update customer set phone = '+49 221 1'").update();
    jdbc.sql("update lapse set assignee = :ann, assigned_on = opened_on where merged_with is null")
        .param("ann", ann.member())
        .update();
    assertThat(names(id, "treated")).containsExactly(losses.get(0));
    assertThat(names(id, "control")).containsExactly(losses.get(2));
    tasks.plan(DAY);
    assertThat(called()).containsExactly(losses.get(0));
  }

  private void drawn(long loss, String arm) {
    jdbc.sql("update campaign_lapse set arm = :arm where lapse_id = :loss")
        .param("arm", arm)
        .param("loss", loss)
        .update();
  }

  private void merged(long loss, String arm, long root) {
    drawn(loss, arm);
    jdbc.sql("update lapse set stage = 'MERGED', merged_with = :root where id = :loss")
        .param("root", root)
        .param("loss", loss)
        .update();
  }

  private List<Long> called() {
    return jdbc.sql("select lapse_id from task where kind = 'call' and state = 'open' order by 1")
        .query(Long.class)
        .list();
  }

  @Test
  void theShareIsFixedFromTheFirstLossOnUnlessNobodyHasBeenCalledYet() {
    long id = started(20, losses(10));
    long version = lists.one(id, manager).version();
    assertThatThrownBy(() -> campaigns.change(id, entry(30), version, manager))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.field()).isEqualTo("control"));
    campaigns.change(id, entry(20), version, manager);
    campaigns.move(id, CampaignState.DRAFT, manager);
    assertThat(names(id, "treated")).isEmpty();
    campaigns.change(id, entry(30), lists.one(id, manager).version(), manager);
    campaigns.move(id, CampaignState.RUNNING, manager);
    calls(names(id, "treated").get(0), "talked");
    campaigns.move(id, CampaignState.DRAFT, manager);
    assertThat(names(id, "treated")).isNotEmpty();
    long after = lists.one(id, manager).version();
    assertThatThrownBy(() -> campaigns.change(id, entry(40), after, manager))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whatIsComparedStaysOnTheListAndWhoComesLaterIsDrawnAtOnce() {
    var losses = losses(10);
    long held = loss("WORKING");
    losses.add(held);
    long id = started(50, losses);
    assertThatThrownBy(() -> campaigns.take(id, names(id, "control").get(0), manager))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> campaigns.take(id, names(id, "treated").get(0), manager))
        .isInstanceOf(Refused.class);
    campaigns.take(id, held, manager);
    clock.setDay(DAY.plusDays(5));
    long late = loss("LOST");
    campaigns.put(id, List.of(late), manager);
    var row =
        lists.lapses(id, CampaignFilter.ALL, null, 50, manager).items().stream()
            .filter(r -> r.lapse() == late)
            .findFirst()
            .orElseThrow();
    assertThat(row.arm())
        .isEqualTo(lot("campaign " + id + " " + late) < 50 ? "control" : "treated");
    assertThat(row.drawnOn()).isEqualTo(DAY.plusDays(5));
  }

  /** The window is 60 days from the drawing, its last day included; a look is of what is over. */
  @Test
  void aReturnWithinSixtyDaysCountsInItsGroupAndOnlyWhenTheyAreOver() {
    var losses = losses(30);
    long id = started(50, losses);
    long treated = names(id, "treated").get(0);
    long later = names(id, "treated").get(1);
    long kept = names(id, "control").get(0);
    back(treated, DAY.plusDays(60));
    back(later, DAY.plusDays(61));
    back(kept, DAY);
    clock.setDay(DAY.plusDays(60));
    assertThat(effect(id).increment().comparable()).isFalse();
    assertThat(effect(id).next()).isEqualTo(DAY.plusDays(61));
    clock.setDay(DAY.plusDays(61));
    var shown = effect(id).increment();
    assertThat(shown.treated().of()).isEqualTo(names(id, "treated").size());
    assertThat(shown.treated().returned()).isEqualTo(1);
    assertThat(shown.kept().returned()).isEqualTo(1);
    assertThat(names(id, "treated-returned")).containsExactly(treated);
    assertThat(names(id, "control-returned")).containsExactly(kept);
    assertThat(names(id, "treated-over")).hasSize((int) shown.treated().of());
    assertThat(names(id, "control-over")).hasSize((int) shown.kept().of());
    assertThat(shown.finding().verdict()).isEqualTo(Verdict.TOO_EARLY);
    assertThat(shown.finding().more()).isPositive();
    assertThat(shown.margin()).as("no money before a look").isNull();
  }

  private void back(long lapse, LocalDate day) {
    var customer = customer(lapse);
    transaction.executeWithoutResult(
        status -> {
          stories.purchase(customer, day, "100.00");
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
        });
    jdbc.sql(
            "update lapse set stage = 'RETURNED', returned_on = :day, return_purchase_id = (select max(id) from purchase where customer_id = :c) where id = :l")
        .param("day", day)
        .param("c", customer.value())
        .param("l", lapse)
        .update();
  }

  private CustomerId customer(long lapse) {
    return new CustomerId(
        jdbc.sql("select customer_id from lapse where id = :l")
            .param("l", lapse)
            .query(Long.class)
            .single());
  }

  private void calls(long lapse, String result) {
    jdbc.sql(
            """
            with t as (
              insert into task (lapse_id, customer_id, member_id, kind, state, due_on)
              select id, customer_id, :member, 'call', 'done', :day from lapse where id = :lapse returning id, customer_id),
            k as (
              insert into contact (customer_id, source, external_id, contacted_at, channel, reached)
              select customer_id, 'story', 'c' || id, :now, 'phone', :reached from t returning id)
            insert into call (task_id, lapse_id, customer_id, member_id, result, called_at, contact_id)
            select t.id, :lapse, t.customer_id, :member, :result, :now, k.id from t, k
            """)
        .param("lapse", lapse)
        .param("member", ann.member())
        .param("result", result)
        .param("reached", result.equals("talked"))
        .param("day", clock.today())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Each number of the team's table is as long as the list behind it. */
  @Test
  void theNumbersOfEachMemberAreAsLongAsTheirLists() {
    long id = started(30, losses(12));
    work.share(id, manager);
    var treated = names(id, "treated");
    calls(treated.get(0), "talked");
    calls(treated.get(1), "not_there");
    calls(names(id, "control").get(0), "talked");
    back(treated.get(0), DAY);
    clock.setDay(DAY.plusDays(1));
    var line = results.of(lists.one(id, manager), manager).members().get(0);
    var hers = new CampaignFilter("worked", null, "ann");
    assertThat(line.losses()).isEqualTo(lists.count(id, hers, manager)).isEqualTo(treated.size());
    assertThat(line.calls()).isEqualTo(calls.count(id, "ann", false, manager)).isEqualTo(2);
    assertThat(line.talks()).isEqualTo(calls.count(id, "ann", true, manager)).isEqualTo(1);
    assertThat(line.returned())
        .isEqualTo(lists.count(id, new CampaignFilter("returned", null, "ann"), manager))
        .isEqualTo(1);
    assertThat(calls.page(id, "ann", false, null, 1, manager).items()).hasSize(1);
    var next = calls.page(id, "ann", false, null, 1, manager).next();
    assertThat(calls.page(id, "ann", false, next, 1, manager).items()).hasSize(1);
    assertThat(calls.count(id, "nobody", false, manager)).isZero();
  }

  /** Who is compared with whom is no business of who works on them. */
  @Test
  void aRepIsNotToldWhoIsKeptBack() {
    long id = started(50, losses(10));
    work.share(id, manager);
    assertThat(results.effect(lists.one(id, ann), ann)).isNull();
    assertThat(lists.lapses(id, CampaignFilter.ALL, null, 50, ann).items())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.arm()).isNull());
    assertThatThrownBy(() -> lists.count(id, CampaignFilter.of("control"), ann))
        .isInstanceOf(NotAllowed.class);
  }

  /**
   * Many enough for a look: the interval and the money are those of the two groups. With a plan
   * kept from the few losses of another test it took two minutes.
   */
  @ExtendWith(ServersOwnPlans.class)
  @Test
  void anEffectIsToldWithItsIntervalOnceThereAreEnough() {
    long id = campaigns.add(entry(50), List.of(), manager);
    drawn(id, 400, 120, "treated");
    drawn(id, 400, 40, "control");
    clock.setDay(DAY.plusDays(61));
    var shown = effect(id).increment();
    assertThat(shown.finding().verdict()).isEqualTo(Verdict.WORKS);
    assertThat(shown.finding().above())
        .isEqualTo(0.2, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(shown.finding().difference().low()).isPositive();
    // 400 x 100.00 x 30 % x (0.3 - 0.1)
    assertThat(shown.margin()).isEqualByComparingTo("2400.00");
    // a tenth of 120 first orders as bonus
    assertThat(shown.cost()).isEqualByComparingTo("1200.00");
    assertThat(shown.romi()).isEqualTo(100);
    assertThat(shown.romiLow()).isLessThan(100L);
    assertThat(shown.romiHigh()).isGreaterThan(100L);
    assertThat(shown.seen().cut()).isZero();
    // 400 x 60.00 x 30 % x (0.3 - 0.1): what is above 99 of 100 orders before counts as that much
    jdbc.sql(
            "insert into order_cap (starts_on, currency, amount, orders) values (:day, 'EUR', 60, 100)")
        .param("day", DAY)
        .update();
    assertThat(effect(id).increment().margin()).isEqualByComparingTo("1440.00");
    assertThat(effect(id).increment().seen().cut()).isEqualTo(160);
  }

  private void drawn(long campaign, int many, int returned, String arm) {
    jdbc.sql(
            """
            with c as (
              insert into customer (ref, company) select :arm || n, :arm || n from generate_series(1, :many) n returning id, ref),
            p as (
              insert into purchase (customer_id, source, external_id, purchased_at, amount, currency, status)
              select id, 'story', ref, cast(:day as date) + 10, 100, 'EUR', 'paid' from c
               where substr(ref, length(:arm) + 1)::int <= :returned returning id, customer_id),
            l as (
              insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency, assignee,
                                 assigned_on, returned_on, return_purchase_id)
              select c.id, 1, case when p.id is null then 'LOST' else 'RETURNED' end, cast(:day as date) - 10, 'silent', cast(:day as date) - 190,
                     100, 'EUR', :ann, :day, case when p.id is not null then cast(:day as date) + 10 end, p.id
                from c left join p on p.customer_id = c.id returning id, customer_id)
            insert into campaign_lapse (campaign_id, lapse_id, customer_id, added_at, arm, drawn_on)
            select :campaign, id, customer_id, now(), :arm, :day from l
            """)
        .param("campaign", campaign)
        .param("arm", arm)
        .param("many", many)
        .param("returned", returned)
        .param("day", DAY)
        .param("ann", ann.member())
        .update();
  }
}
