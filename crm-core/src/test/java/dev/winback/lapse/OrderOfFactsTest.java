package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.purchase.PurchasesRecorded;
import dev.winback.purchase.Refund;
import dev.winback.purchase.Refunds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * I9: the same facts, in whichever order they arrive between two nights, make the same lapses,
 * signals, values and coupons; and what was derived fact by fact is what is derived from all of
 * them at once. 200 small histories of purchases, refunds, talks and their corrections, each told
 * in two orders side by side; the seeds are in the code.
 */
class OrderOfFactsTest extends LapseStories {

  /** {@code -Dorder.histories=200} is the target. */
  private static final int HISTORIES = Integer.getInteger("order.histories", 70);

  private static final List<String> TELLINGS = List.of("a", "b");
  private static final int[] NIGHTS = {0, 9, 30, 61, 95, 140, 200, 290};

  @Autowired Purchases purchases;
  @Autowired Refunds refunds;
  @Autowired Contacts contacts;

  /** A version of a fact; the telling is put into source and customer when it is told. */
  private record Told(
      char kind,
      int customer,
      String id,
      int day,
      int amount,
      String word,
      int version,
      int window) {}

  @Test
  void theOrderInWhichFactsArriveMeansNothing() {
    var told = histories(new Random(20_260_601));
    for (int window = 0; window < NIGHTS.length; window++) {
      today = START.plusDays(NIGHTS[window]);
      clock.setDay(today);
      for (var telling : TELLINGS) {
        tell(telling, arriving(told, window, telling.hashCode() * 31L + window));
      }
      nightly.run(today);
      decide(window);
      for (var telling : TELLINGS.subList(1, TELLINGS.size())) {
        same(canon(telling), canon("a"), "night %d, order %s".formatted(window, telling));
      }
    }
    assertThat(jdbc.sql("select stage, count(*) from lapse group by 1").query().listOfRows())
        .as("the histories are worth it")
        .hasSizeGreaterThan(4);
    whatWasDerivedStepByStepIsWhatIsDerivedAtOnce();
  }

  /** Shows the lines that differ and no others. */
  private static void same(List<String> lines, List<String> expected, String when) {
    var more = new ArrayList<>(lines);
    more.removeAll(new HashSet<>(expected));
    var less = new ArrayList<>(expected);
    less.removeAll(new HashSet<>(lines));
    assertThat(String.join("\n", more)).as(when).isEqualTo(String.join("\n", less));
    assertThat(lines).isEqualTo(expected);
  }

  private static final LocalDate START = dev.winback.testing.MovableClock.START;

  private static List<Told> histories(Random random) {
    var told = new ArrayList<Told>();
    for (int customer = 0; customer < HISTORIES; customer++) {
      history(customer, random, told);
    }
    return told;
  }

  private static void history(int customer, Random random, List<Told> told) {
    int day = -30 - random.nextInt(200);
    int rhythm = 10 + random.nextInt(60);
    int purchases = 2 + random.nextInt(6);
    for (int i = 0; i < purchases && day < 280; i++) {
      versions('p', customer, "p" + customer + "-" + i, day, random, told);
      day += rhythm + random.nextInt(20) + (random.nextInt(4) == 0 ? 100 : 0);
    }
    for (int i = 0; i < random.nextInt(3); i++) {
      versions('r', customer, "r" + customer + "-" + i, random.nextInt(280), random, told);
    }
    for (int i = 0; i < random.nextInt(4); i++) {
      versions('c', customer, "c" + customer + "-" + i, random.nextInt(280), random, told);
    }
  }

  /** One to three versions, which may become known late and the older after the newer. */
  private static void versions(
      char kind, int customer, String id, int day, Random random, List<Told> told) {
    int versions = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
    for (int version = 0; version < versions; version++) {
      int window = window(day) + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
      if (window < NIGHTS.length) {
        int whose = random.nextInt(12) == 0 ? (customer + 1) % HISTORIES : customer;
        int moved = random.nextInt(8) == 0 ? Math.max(day - 40, -250) : day;
        var word = word(kind, whose, random);
        told.add(
            new Told(kind, whose, id, moved, 10 * (1 + random.nextInt(5)), word, version, window));
      }
    }
  }

  private static String word(char kind, int customer, Random random) {
    return switch (kind) {
      case 'p' ->
          List.of("PAID", "PAID", "PAID", "PAID", "CANCELLED", "PENDING").get(random.nextInt(6));
      case 'r' -> random.nextBoolean() ? "" : "p" + customer + "-" + random.nextInt(5);
      default -> random.nextInt(3) == 0 ? "not_there" : "talked";
    };
  }

  private static int window(int day) {
    int window = 0;
    while (window < NIGHTS.length - 1 && NIGHTS[window] < day) {
      window++;
    }
    return window;
  }

  private static List<Told> arriving(List<Told> told, int window, long seed) {
    var arriving =
        told.stream()
            .filter(fact -> fact.window() == window)
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(arriving, new Random(seed));
    return arriving;
  }

  /** In calls of any size and mixture of kinds. */
  private void tell(String telling, List<Told> arriving) {
    var random = new Random(telling.hashCode());
    for (int from = 0; from < arriving.size(); ) {
      int until =
          Math.min(arriving.size(), from + 1 + random.nextInt(random.nextInt(4) == 0 ? 3 : 300));
      var call = arriving.subList(from, until);
      contacts.record(of(call, 'c').map(f -> contact(telling, f)).toList());
      refunds.record(of(call, 'r').map(f -> refund(telling, f)).toList());
      purchases.record(of(call, 'p').map(f -> purchase(telling, f)).toList());
      from = until;
    }
  }

  private static java.util.stream.Stream<Told> of(List<Told> call, char kind) {
    return call.stream().filter(fact -> fact.kind() == kind);
  }

  private Purchase purchase(String telling, Told fact) {
    var coupon = fact.amount() == 20 ? code(telling, fact.customer()) : null;
    return new Purchase(
        0,
        telling + fact.customer(),
        telling,
        fact.id(),
        noon(START.plusDays(fact.day())),
        BigDecimal.valueOf(fact.amount()),
        fact.amount() == 30 ? "USD" : "EUR",
        null,
        Purchase.Status.valueOf(fact.word()),
        null,
        null,
        null,
        coupon,
        null,
        noon(START.plusDays(fact.version())),
        EnumSet.of(Purchase.Field.CURRENCY, Purchase.Field.STATUS, Purchase.Field.COUPON));
  }

  private Refund refund(String telling, Told fact) {
    return new Refund(
        0,
        telling + fact.customer(),
        telling,
        fact.id(),
        noon(START.plusDays(fact.day())),
        BigDecimal.valueOf(fact.amount()),
        null,
        fact.word().isEmpty() ? null : fact.word(),
        null,
        noon(START.plusDays(fact.version())),
        0b11);
  }

  private Contact contact(String telling, Told fact) {
    return new Contact(
        0,
        telling + fact.customer(),
        telling,
        fact.id(),
        noon(START.plusDays(fact.day())).minusSeconds(fact.amount()),
        Contact.Channel.PHONE,
        false,
        null,
        fact.word(),
        fact.word().equals("talked"),
        false,
        false,
        null,
        noon(START.plusDays(fact.version())));
  }

  private static String code(String telling, int customer) {
    return "%sCODE%05d".formatted(telling.toUpperCase(java.util.Locale.ROOT), customer);
  }

  /** What people do, the same in every telling: coupons, refusals. */
  private void decide(int window) {
    for (var telling : TELLINGS) {
      for (var open : open(telling)) {
        var customer = new CustomerId(open.customer());
        if (window == 2 && open.number() % 3 == 0) {
          CouponRows.give(
              jdbc,
              customer,
              new LapseId(open.lapse()),
              code(telling, open.number()),
              today.plusDays(30));
          told(Set.of(customer));
        } else if (window == 3 && open.number() % 7 == 0) {
          lapses.close(new LapseId(open.lapse()), Stage.REFUSED, "no", manager);
        }
      }
    }
  }

  private void told(Set<CustomerId> customers) {
    transaction.executeWithoutResult(
        status -> events.publishEvent(new PurchasesRecorded(customers)));
  }

  private record Open(long customer, int number, long lapse) {}

  private List<Open> open(String telling) {
    return jdbc.sql(
            """
            select c.id as customer, substr(c.ref, 2)::int as number, l.id as lapse
            from lapse l join customer c on c.id = l.customer_id
            where l.stage in ('LATE', 'LOST') and c.ref like :telling || '%'
            order by 2
            """)
        .param("telling", telling)
        .query(Open.class)
        .list();
  }

  /**
   * All that is derived, with names in the places of keys. Left out: the day on which the program
   * learnt of a false alarm, since when it had been lost, which is found anew should it stand
   * again, and the stage before a refusal that a later return has overwritten.
   */
  private List<String> canon(String telling) {
    return java.util.stream.Stream.of(
            """
            select substr(c.ref, 2) as ref, l.number, l.stage, l.opened_on, l.opened_by, l.silent_since, case when l.stage <> 'FALSE_ALARM' then l.lost_on end as lost_on,
                   case when l.closed_by is not null then l.closed_on end as closed_on, l.close_reason, l.returned_on, l.credit, case when l.stage not in ('REFUSED', 'FALSE_ALARM') then l.stage_before end as stage_before, p.external_id as purchase,
                   k.external_id as contact, l.value_year, l.currency
            from lapse l
            join customer c on c.id = l.customer_id
            left join purchase p on p.id = l.return_purchase_id
            left join contact k on l.credit = 'call' and k.id = l.credit_id
            where c.ref like :telling || '%'
            order by c.ref, l.number
            """,
            """
            select substr(c.ref, 2) as ref, s.kind, s.since, s.lost_from, s.evidence::text
            from signal s join customer c on c.id = s.customer_id
            where c.ref like :telling || '%'
              -- one list of VIPs for all tellings: of equal payers the older customer is on it
              and s.kind not in ('fallen-vip', 'vip-paid-little', 'margin-squeeze')
            order by 1, 2
            """,
            """
            select substr(c.ref, 2) as ref, v.purchases, v.first_purchase, v.last_purchase, v.rhythm_days, v.revenue,
                   v.value_year, v.currency
            from customer_value v join customer c on c.id = v.customer_id
            where c.ref like :telling || '%' order by 1
            """,
            """
            select substr(k.code, 2) as code, k.redeemed_at, p.external_id
            from coupon k
            join customer c on c.id = k.customer_id
            left join purchase p on p.id = k.purchase_id
            -- codes of the letters that nights write are drawn by lot
            where c.ref like :telling || '%' and substr(k.code, 2) like 'CODE%' order by 1
            """,
            """
            select p.external_id, substr(c.ref, 2) as ref, p.refunded, p.counting
            from purchase p join customer c on c.id = p.customer_id
            where c.ref like :telling || '%' order by 1
            """)
        .flatMap(sql -> jdbc.sql(sql).param("telling", telling).query().listOfRows().stream())
        .map(String::valueOf)
        .toList();
  }

  /** Everything that facts decide is forgotten and found again. */
  private void whatWasDerivedStepByStepIsWhatIsDerivedAtOnce() {
    var arrived = canon("a");
    jdbc.sql("delete from signal").update();
    jdbc.sql("delete from customer_value").update();
    jdbc.sql("delete from refund_part").update();
    jdbc.sql("update purchase set refund_facts = 0").update();
    jdbc.sql("update coupon set purchase_id = null, redeemed_at = null").update();
    jdbc.sql(
            """
            update lapse
            set returned_on = opened_on, return_purchase_id = null, credit = null, credit_id = null
            where stage in ('RETURNED', 'RESTORED', 'SAFE')
            """)
        .update();
    var all =
        jdbc.sql("select id from customer").query(Long.class).list().stream()
            .map(CustomerId::new)
            .collect(Collectors.toSet());
    told(all);
    nightly.run(today);
    same(canon("a"), arrived, "at once");
  }
}
