package dev.winback.demo;

import dev.winback.aftercare.Returns;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.Stage;
import dev.winback.nightly.NightlyRun;
import dev.winback.purchase.Purchase;
import dev.winback.purchase.Purchases;
import dev.winback.shared.BusinessClock;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plays the firm's last two years day by day through the real front doors: purchases come in,
 * nights notice, letters and calls go out, some customers come back.
 */
@Component
class DemoStory {

  private static final int DAYS_PLAYED = 735;
  private static final int DAYS_A_NIGHT = 21;

  private final DemoFacts facts;
  private final DemoLetters letters;
  private final DemoTalk talk;
  private final DemoCarts carts;
  private final DemoReasons reasons;
  private final DemoOffers offers;
  private final DemoDay day;
  private final DemoDesk desk;
  private final DemoProgramme programme;
  private final Purchases purchases;
  private final Lapses lapses;
  private final NightlyRun night;
  private final Returns returns;
  private final Staff staff;
  private final BusinessClock clock;
  private final Settings settings;
  private final Random random = new Random(7);

  DemoStory(
      DemoFacts facts,
      DemoLetters letters,
      DemoTalk talk,
      DemoCarts carts,
      DemoReasons reasons,
      DemoOffers offers,
      DemoDay day,
      DemoDesk desk,
      DemoProgramme programme,
      Purchases purchases,
      Lapses lapses,
      NightlyRun night,
      Returns returns,
      Staff staff,
      BusinessClock clock,
      Settings settings) {
    this.facts = facts;
    this.letters = letters;
    this.talk = talk;
    this.carts = carts;
    this.reasons = reasons;
    this.offers = offers;
    this.day = day;
    this.desk = desk;
    this.programme = programme;
    this.purchases = purchases;
    this.lapses = lapses;
    this.night = night;
    this.returns = returns;
    this.staff = staff;
    this.clock = clock;
    this.settings = settings;
  }

  void play(Consumer<DemoProgress> progress) {
    var today = clock.today();
    var lives = DemoLives.until(today);
    lives.forEach(life -> facts.customer(life.person()));
    facts.capacity(0);
    facts.shortCalls();
    var played = LocalDate.MIN;
    for (var day = today.minusDays(DAYS_PLAYED);
        day.isBefore(today);
        day = day.plusDays(DAYS_A_NIGHT)) {
      progress.accept(new DemoProgress(day, percent(day, today)));
      live(lives, played, day);
      played = day;
    }
    var yesterday = today.minusDays(1);
    live(lives, played, yesterday);
    decide(lives);
    facts.logged();
    letters.turnOn();
    day.play();
    facts.capacity(12);
    live(lives, yesterday, today);
    talk.talk(lives);
    carts.leave(lives);
    reasons.tell(lives);
    offers.offer();
    facts.see();
    facts.workOn(today);
    desk.arrange(today);
    programme.begin(today);
  }

  private static int percent(LocalDate day, LocalDate today) {
    return 100 - (int) (100 * ChronoUnit.DAYS.between(day, today) / DAYS_PLAYED);
  }

  /** Everything after the one day up to the other, and the night of the other. */
  private void live(List<DemoLife> lives, LocalDate after, LocalDate until) {
    lives.forEach(life -> letters.touch(life, after, until));
    purchases.record(bought(lives, after, until));
    sleep(until);
    facts.happened(until);
    facts.care(until.isBefore(clock.today()) ? until : until.minusDays(1));
  }

  /** What a night finds out for its own day alone is found out yesterday and today. */
  private void sleep(LocalDate day) {
    if (day.isBefore(clock.today().minusDays(1))) {
      night.catchUp(day);
      returns.settle(day);
    } else {
      night.run(day);
    }
  }

  private List<Purchase> bought(List<DemoLife> lives, LocalDate after, LocalDate until) {
    var batch = new ArrayList<Purchase>();
    for (var life : lives) {
      for (var day : life.history().days()) {
        if (DemoLife.within(day, after, until)) {
          batch.add(purchase(life, day));
        }
      }
    }
    return batch;
  }

  private Purchase purchase(DemoLife life, LocalDate day) {
    var time =
        day.atTime(9 + random.nextInt(9), random.nextInt(60)).atZone(clock.getZone()).toInstant();
    var id = life.ref() + "-" + day;
    return DemoPurchase.of(
        life.ref(),
        id,
        time,
        DemoPurchase.amount(life.number(), random),
        settings.currency().getCurrencyCode(),
        coupon(life, day),
        random);
  }

  private @Nullable String coupon(DemoLife life, LocalDate day) {
    boolean uses = life.fate() == Fate.RETURNED_BY_COUPON || life.fate() == Fate.TWICE_LOST;
    return uses && day.equals(life.history().work().returned()) ? facts.coupon(life.ref()) : null;
  }

  private void decide(List<DemoLife> lives) {
    var manager = staff.actor("manager");
    for (var life : lives) {
      switch (life.fate()) {
        case REFUSED ->
            close(life, Stage.REFUSED, "Has signed with a competitor for two years.", manager);
        case NOT_WANTED ->
            close(life, Stage.NOT_WANTED, "Pays late and below our margin.", manager);
        case FALSE_ALARM -> close(life, Stage.FALSE_ALARM, "Buys for the season only.", manager);
        default -> {}
      }
    }
  }

  private void close(DemoLife life, Stage exit, String reason, Actor manager) {
    var lapse = facts.openLapse(life.ref());
    if (lapse != null) {
      lapses.close(new LapseId(lapse), exit, reason, manager);
    }
  }
}
