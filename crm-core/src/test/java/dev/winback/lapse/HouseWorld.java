package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.complaint.Complaint;
import dev.winback.complaint.Complaints;
import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.customer.Suppressions;
import dev.winback.grant.Grants;
import dev.winback.grant.OfferEntry;
import dev.winback.letter.DueLetter;
import dev.winback.letter.Letters;
import dev.winback.letter.Outbox;
import dev.winback.letter.RenderedLetter;
import dev.winback.nightly.NightlyRun;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.purchase.Refund;
import dev.winback.purchase.Refunds;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.NotAllowed;
import dev.winback.staff.Staff;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.value.SimulatedFirm;
import dev.winback.value.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A small firm to which the steps of a random history happen, in the program and in the model. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
@SuppressWarnings("java:S107")
class HouseWorld {

  private static final RenderedLetter RENDERED = new RenderedLetter("Hello", "<p>Hi</p>", "Hi");
  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final String NODE = "house";

  final HouseModel model = new HouseModel();
  private final Stories stories;
  private final Staff staff;
  private final NightlyRun nightly;
  private final Purchases purchases;
  private final Refunds refunds;
  private final Complaints complaints;
  private final Contacts contacts;
  private final Customers customers;
  private final Suppressions suppressions;
  private final Merges merges;
  private final Lapses lapses;
  private final Decisions decisions;
  private final Tasks tasks;
  private final Grants grants;
  private final Letters letters;
  private final Outbox outbox;
  private final Values values;
  private final MovableClock clock;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private int told;

  HouseWorld(
      Stories stories,
      Staff staff,
      NightlyRun nightly,
      Purchases purchases,
      Refunds refunds,
      Complaints complaints,
      Contacts contacts,
      Customers customers,
      Suppressions suppressions,
      Merges merges,
      Lapses lapses,
      Decisions decisions,
      Tasks tasks,
      Grants grants,
      Letters letters,
      Outbox outbox,
      Values values,
      MovableClock clock,
      JdbcClient jdbc,
      TransactionTemplate transaction) {
    this.stories = stories;
    this.staff = staff;
    this.nightly = nightly;
    this.purchases = purchases;
    this.refunds = refunds;
    this.complaints = complaints;
    this.contacts = contacts;
    this.customers = customers;
    this.suppressions = suppressions;
    this.merges = merges;
    this.lapses = lapses;
    this.decisions = decisions;
    this.tasks = tasks;
    this.grants = grants;
    this.letters = letters;
    this.outbox = outbox;
    this.values = values;
    this.clock = clock;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Customers who have bought four times and then not for a while, and a ladder that writes. */
  void begin(boolean withModel) {
    for (int rep = 0; rep < 3; rep++) {
      stories.rep(rep(rep));
    }
    stories.manager();
    stories.marketing();
    jdbc.sql(
            """
            update rung set mode = case number when 0 then 'review' else 'live' end, backlog = true, since = '2020-01-01',
                            control = case number when 3 then 50 else 0 end
            where number between 0 and 3
            """)
        .update();
    if (withModel) {
      purchases.record(SimulatedFirm.purchases(150, 21, clock.getZone()));
      values.refit(clock.today());
      assertThat(values.inForce()).as("a model is in force").isPresent();
    }
    for (int i = 0; i < HouseStep.CUSTOMERS; i++) {
      var customer = stories.aCustomer("H" + i).neverBought();
      (i % 2 == 0 ? customer : customer.ownedBy(stories.rep(rep(i % 3)))).save();
      for (int order = 0; order < 4; order++) {
        sells("H" + i, 40 + 25 * i + 20 * order, 50);
      }
    }
  }

  private static String rep(int number) {
    return "rep" + number;
  }

  LocalDate today() {
    return clock.today();
  }

  /** A refusal is an answer too: it must have changed nothing. */
  void happens(HouseStep step) {
    var before = derived();
    try {
      step(step);
    } catch (Refused | NotFound | NotAllowed refused) {
      same(before, "refused (%s) without a change".formatted(refused));
    }
  }

  private void step(HouseStep step) {
    switch (step.what()) {
      case NIGHT -> night(step.days());
      case BUYS, BOUGHT_EARLIER -> sells(step.ref(), step.daysAgo(), step.amount());
      case STATUS_CHANGES -> statusChanges(step);
      case REFUND -> refund(step);
      case COMPLAINT -> complains(step);
      case CONTACT -> contact(step, step.result(), step.a() % 30);
      case ENDS -> contact(step, Contacts.ENDED, 0);
      case OPTS_OUT -> {
        twice(() -> suppressions.stop(mailbox(step), Suppressions.Reason.UNSUBSCRIBED, null));
        model.stopped.add(step.ref());
      }
      case DIES -> dies(step);
      case CALL -> call(step);
      case DECIDES -> decides(step);
      case REOPENS -> reopens(step);
      case ASSIGNS -> assigns(step);
      case OFFERS -> offers(step);
      case LETTERS -> lettersLeave();
      case MERGES -> merges(step);
    }
  }

  private void night(int days) {
    clock.setDay(today().plusDays(days));
    twice(() -> nightly.run(today()));
  }

  /** What comes again changes nothing the second time. */
  private void twice(Runnable act) {
    act.run();
    var once = derived();
    act.run();
    same(once, "the same again");
  }

  /** Only the lines that differ are worth reading. */
  private void same(List<String> expected, String when) {
    var now = derived();
    var less = new ArrayList<>(expected);
    less.removeAll(now);
    var more = new ArrayList<>(now);
    more.removeAll(expected);
    assertThat(more).as(when).isEqualTo(less);
    assertThat(now).as(when).hasSameSizeAs(expected);
  }

  private void sells(String ref, int daysAgo, int amount) {
    var day = today().minusDays(daysAgo);
    var sale = new HouseModel.Sale("s" + model.sales.size(), ref, day, amount);
    model.sales.add(sale);
    tell(sale);
  }

  private void tell(HouseModel.Sale sale) {
    var at = moment();
    var purchase =
        new Purchase(
            0,
            sale.ref,
            "till",
            sale.id,
            noon(sale.day),
            BigDecimal.valueOf(sale.amount),
            "EUR",
            null,
            sale.paid ? Purchase.Status.PAID : Purchase.Status.CANCELLED,
            null,
            null,
            null,
            null,
            null,
            at,
            EnumSet.of(Purchase.Field.CURRENCY, Purchase.Field.STATUS));
    twice(() -> purchases.record(List.of(purchase)));
  }

  private HouseModel.Sale sale(HouseStep step) {
    return model.sales.get(step.a() % model.sales.size());
  }

  private void statusChanges(HouseStep step) {
    var sale = sale(step);
    sale.paid = step.status().equals("PAID");
    tell(sale);
  }

  private void refund(HouseStep step) {
    var sale = sale(step);
    int left = sale.amount - sale.refunded;
    int back = step.part().equals("all") ? left : left / 3;
    if (back == 0) {
      return;
    }
    sale.refunded += back;
    var refund =
        new Refund(
            0,
            sale.ref,
            "till",
            "r" + told,
            noon(today()),
            BigDecimal.valueOf(back),
            null,
            sale.id,
            null,
            moment(),
            0b11);
    twice(() -> refunds.record(List.of(refund)));
  }

  private void complains(HouseStep step) {
    var complaint =
        new Complaint(
            0,
            step.ref(),
            "desk",
            "k" + told,
            noon(today()),
            "late again",
            1 + step.a() % 5,
            null,
            null,
            null,
            null,
            moment(),
            0b11);
    twice(() -> complaints.record(List.of(complaint)));
  }

  private void contact(HouseStep step, String result, int daysAgo) {
    var contact =
        new Contact(
            0,
            step.ref(),
            "exchange",
            "c" + told,
            noon(today().minusDays(daysAgo)).minusSeconds(told + 1),
            Contact.Channel.PHONE,
            result.equals(Contacts.ENDED),
            null,
            result,
            !result.equals("not_there"),
            false,
            false,
            null,
            moment());
    twice(() -> contacts.record(List.of(contact)));
  }

  private void dies(HouseStep step) {
    var customer = customers.require(step.ref());
    twice(() -> transaction.executeWithoutResult(status -> customers.become(customer, "deceased")));
    model.dead.add(step.ref());
  }

  private void call(HouseStep step) {
    var open =
        list("select id from task where state = 'open' and member_id is not null order by id");
    if (open.isEmpty()) {
      return;
    }
    var task = open.get(step.a() % open.size());
    var login =
        jdbc.sql("select m.login from task t join member m on m.id = t.member_id where t.id = :id")
            .param("id", task)
            .query(String.class)
            .single();
    var result = CallResult.values()[step.b() % CallResult.values().length];
    var log =
        new CallLog(result, "so", "price", null, "a catalogue", "+3d", false, "form" + told++);
    twice(() -> tasks.log(new TaskId(task), log, staff.actor(login)));
  }

  private Optional<LapseId> last(HouseStep step, boolean open) {
    return jdbc.sql(
            """
            select l.id from lapse l join customer c on c.id = l.customer_id
            where c.ref = :ref and (not :open or l.stage in ('LATE', 'LOST', 'DECIDED', 'WORKING'))
            order by l.number desc limit 1
            """)
        .param("ref", model.root(step.ref()))
        .param("open", open)
        .query((row, n) -> new LapseId(row.getLong(1)))
        .optional();
  }

  private void decides(HouseStep step) {
    last(step, true)
        .ifPresent(id -> decisions.decide(id, step.decision(), "so", null, stories.manager()));
  }

  private void reopens(HouseStep step) {
    last(step, false)
        .ifPresent(
            id -> {
              decisions.reopen(id, "the director asks", stories.manager());
              model.reopened.add(id.value());
            });
  }

  private void assigns(HouseStep step) {
    var though = step.b() % 3 == 0 ? "he asked for him" : null;
    last(step, true)
        .ifPresent(id -> decisions.assign(id, rep(step.a() % 3), though, stories.manager()));
  }

  private void offers(HouseStep step) {
    var told = Map.of("kind", "discount", "percent", "" + step.a() % 60, "background", "true");
    last(step, true)
        .ifPresent(id -> grants.offer(id, OfferEntry.of(told), stories.rep(rep(step.b() % 3))));
  }

  private void lettersLeave() {
    for (int rung = 0; rung <= 3; rung++) {
      letters.releaseAll(rung, stories.marketing());
    }
    jdbc.sql("update letter set next_attempt_at = null where state = 'PLANNED'").update();
    for (var letter : outbox.claim(NODE, 50, LEASE)) {
      if (outbox.announce(letter, RENDERED, NODE, LEASE, LEASE)) {
        leaves(letter);
        outbox.sent(letter.id(), NODE, 250, "taken");
      } else {
        outbox.putBack(List.of(letter.id()), NODE);
      }
    }
  }

  private record Addressee(String ref, @Nullable String stage) {}

  /** Nobody who is stopped, dead or twice lost is written to by a trigger, and nothing twice. */
  private void leaves(DueLetter letter) {
    var to =
        jdbc.sql(
                """
                select c.ref, l.stage from letter e join customer c on c.id = e.customer_id
                left join lapse l on l.id = e.lapse_id where e.id = :id
                """)
            .param("id", letter.id().value())
            .query(Addressee.class)
            .single();
    var what = "rung %d to %s, %s".formatted(letter.rung(), to.ref(), to.stage());
    var root = model.root(to.ref());
    assertThat(model.mayBeWrittenTo(root)).as("%s: may be written to", what).isTrue();
    assertThat("TWICE_LOST".equals(to.stage()) && letter.rung() != 0)
        .as("%s: twice lost", what)
        .isFalse();
    assertThat(model.left.add(letter.lapse() + "/" + letter.rung()))
        .as("%s: for the first time", what)
        .isTrue();
    if (letter.rung() == 0) {
      assertThat(model.repents(root)).as("%s: the only one of repentance", what).isTrue();
      model.repented.add(to.ref());
    }
  }

  private void merges(HouseStep step) {
    var stays = model.root(step.ref());
    var goes = model.root("H" + step.a() % HouseStep.CUSTOMERS);
    if (!stays.equals(goes)) {
      merges.merge(stays, goes, Set.of(), stories.manager());
      model.merge(stays, goes);
    }
  }

  private String mailbox(HouseStep step) {
    return step.ref().toLowerCase(java.util.Locale.ROOT) + "@example.org";
  }

  /** When a fact was told: each a second later than the one before. */
  private Instant moment() {
    return clock.instant().plusSeconds(told++);
  }

  private Instant noon(LocalDate day) {
    return day.atTime(12, 0).atZone(clock.getZone()).toInstant();
  }

  private List<Long> list(String sql) {
    return jdbc.sql(sql).query(Long.class).list();
  }

  /** All that is derived or was decided, a line each. */
  List<String> derived() {
    return List.of(
            "select 'lapse ' || (to_jsonb(l) - '{touched,version,told}'::text[])::text from lapse l",
            "select 'signal ' || (to_jsonb(s) - '{touched}'::text[])::text from signal s",
            "select 'value ' || (to_jsonb(v) - '{touched}'::text[])::text from customer_value v",
            "select concat_ws(' ', 'task', id, lapse_id, member_id, kind, state, due_on) from task",
            "select concat_ws(' ', 'letter', id, lapse_id, customer_id, rung, state, hold_reason) from letter",
            "select concat_ws(' ', 'offer', id, lapse_id, state, percent) from offer_grant",
            "select concat_ws(' ', 'coupon', code, purchase_id) from coupon")
        .stream()
        .flatMap(sql -> jdbc.sql(sql + " order by 1").query(String.class).list().stream())
        .toList();
  }

  /** I9: what arrived fact by fact is what one fold over everything finds. */
  void foldsEverythingAtOnce() {
    nightly.run(today());
    var arrived = derived();
    jdbc.sql("delete from signal").update();
    jdbc.sql("delete from customer_value").update();
    nightly.run(today());
    same(arrived, "all at once");
  }
}
