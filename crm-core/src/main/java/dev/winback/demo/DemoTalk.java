package dev.winback.demo;

import dev.winback.complaint.Complaint;
import dev.winback.complaint.Complaints;
import dev.winback.purchase.Cart;
import dev.winback.purchase.Carts;
import dev.winback.purchase.Payment;
import dev.winback.purchase.Payments;
import dev.winback.purchase.Refund;
import dev.winback.purchase.Refunds;
import dev.winback.referral.Referral;
import dev.winback.referral.Referrals;
import dev.winback.request.Request;
import dev.winback.request.Requests;
import dev.winback.shared.BusinessClock;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the demo firm's customers did besides buying: every fourth asked, every ninth complained …
 */
@Component
class DemoTalk {

  private static final List<String> ASKED =
      List.of(
          "Price for twenty kilos of Sidamo",
          "Is the burr grinder in stock?",
          "Delivery before Friday possible?",
          "Do you grind for Turkish coffee?");
  private static final List<String> COMPLAINED =
      List.of(
          "Two bags were torn",
          "Delivered three days late",
          "Promised a call back, nobody called",
          "Beans taste burnt");
  private static final List<String> PUT_IN =
      List.of("1 × Tea set “Hafen”, 6 cups", "3 × Hot chocolate 2 kg", "2 × Burr grinder, steel");

  private static final long ALL = -1;
  private static final int WORST = 5;

  private final Requests requests;
  private final Complaints complaints;
  private final Carts carts;
  private final Payments payments;
  private final Referrals referrals;
  private final Refunds refunds;
  private final DemoDebts debts;
  private final BusinessClock clock;
  private final Random random = new Random(11);

  DemoTalk(
      Requests requests,
      Complaints complaints,
      Carts carts,
      Payments payments,
      Referrals referrals,
      Refunds refunds,
      DemoDebts debts,
      BusinessClock clock) {
    this.requests = requests;
    this.complaints = complaints;
    this.carts = carts;
    this.payments = payments;
    this.referrals = referrals;
    this.refunds = refunds;
    this.debts = debts;
    this.clock = clock;
  }

  void talk(List<DemoLife> lives) {
    var bought = lives.stream().filter(life -> !life.history().days().isEmpty()).toList();
    requests.record(every(4, bought).stream().map(this::request).toList());
    complaints.record(every(9, bought).stream().map(this::complaint).toList());
    carts.record(every(7, bought).stream().map(this::cart).toList());
    payments.record(every(3, bought).stream().map(this::payment).toList());
    referrals.record(every(11, bought).stream().map(this::referral).toList());
    refunds.record(every(25, bought).stream().map(this::refund).toList());
    debts.owe(bought);
  }

  private static List<DemoLife> every(int nth, List<DemoLife> lives) {
    return lives.stream().filter(life -> lives.indexOf(life) % nth == 1).toList();
  }

  private Request request(DemoLife life) {
    var at = after(life, 3);
    var answered = random.nextInt(4) == 0 ? null : at.plusSeconds(7200);
    return new Request(
        1, life.ref(), "shop", "A-" + life.ref(), at, one(ASKED), answered, null, null, ALL);
  }

  /** Who was won over goes on buying, and half of the others. */
  private Complaint complaint(DemoLife life) {
    boolean settled = random.nextInt(3) > 0;
    boolean content = random.nextInt(3) > 0;
    boolean stays = settled && (content || life.number() % 2 == 0);
    var at = after(life, 2 - (stays ? life.history().lastDays() : 0));
    return new Complaint(
        1,
        life.ref(),
        "shop",
        "B-" + life.ref(),
        at,
        one(COMPLAINED),
        1 + random.nextInt(WORST),
        random.nextBoolean(),
        null,
        settled ? at.plusSeconds(86_400) : null,
        settled ? content : null,
        null,
        ALL);
  }

  private Cart cart(DemoLife life) {
    var amount = BigDecimal.valueOf(2000 + random.nextInt(9000), 2);
    var url = "https://shop.example.org/cart/" + life.ref();
    return new Cart(
        1,
        life.ref(),
        "shop",
        "C-" + life.ref(),
        after(life, 5),
        null,
        one(PUT_IN),
        amount,
        null,
        url,
        null,
        null,
        null,
        null,
        null,
        ALL);
  }

  private Payment payment(DemoLife life) {
    var due = last(life).plusDays(14);
    var paid = after(life, 5 + random.nextInt(32));
    var amount = BigDecimal.valueOf(2000 + random.nextInt(9000), 2);
    return new Payment(
        1,
        life.ref(),
        "shop",
        "P-" + life.ref(),
        paid,
        amount,
        null,
        purchase(life),
        due,
        null,
        ALL);
  }

  private Referral referral(DemoLife life) {
    return new Referral(
        1, life.ref(), "shop", "R-" + life.ref(), after(life, 1), "a neighbour", null, ALL);
  }

  private Refund refund(DemoLife life) {
    return new Refund(
        1,
        life.ref(),
        "shop",
        "G-" + life.ref(),
        after(life, 4),
        new BigDecimal("5.00"),
        null,
        purchase(life),
        "One cup was chipped",
        null,
        ALL);
  }

  private static @Nullable String purchase(DemoLife life) {
    return life.ref() + "-" + last(life);
  }

  private static LocalDate last(DemoLife life) {
    var days = life.history().days();
    return days.get(days.size() - 1);
  }

  /** So many days after the last purchase, but no later than today. */
  private Instant after(DemoLife life, int days) {
    var day = last(life).plusDays(days);
    var today = clock.today();
    return (day.isAfter(today) ? today : day).atTime(11, 15).atZone(clock.getZone()).toInstant();
  }

  private String one(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
