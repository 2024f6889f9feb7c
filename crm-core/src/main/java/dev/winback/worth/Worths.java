package dev.winback.worth;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.LapseId;
import dev.winback.lapse.LapseReassigned;
import dev.winback.lapse.Lapses;
import dev.winback.lapse.LapsesReassigned;
import dev.winback.offer.Offers;
import dev.winback.shared.Money;
import dev.winback.shared.Settings;
import dev.winback.signal.Signals;
import dev.winback.staff.Actor;
import dev.winback.value.BuyingModel;
import dev.winback.value.Values;
import dev.winback.why.FindingTold;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What losses are worth: counted by the night, and at once when something is learnt of one. */
@Service
public class Worths {

  /** Lapses of one transaction. */
  static final int SLICE = 2_000;

  private final Values values;
  private final Costs costs;
  private final Offers offers;
  private final Cases cases;
  private final Learning learning;
  private final FitStore fits;
  private final Retests retests;
  private final WorthStore store;
  private final Lapses lapses;
  private final Signals signals;
  private final TransactionTemplate transaction;
  private final String currency;

  Worths(
      Values values,
      Costs costs,
      Offers offers,
      Cases cases,
      Learning learning,
      FitStore fits,
      Retests retests,
      WorthStore store,
      Lapses lapses,
      Signals signals,
      TransactionTemplate transaction,
      Settings settings) {
    this.values = values;
    this.costs = costs;
    this.offers = offers;
    this.cases = cases;
    this.learning = learning;
    this.fits = fits;
    this.retests = retests;
    this.store = store;
    this.lapses = lapses;
    this.signals = signals;
    this.transaction = transaction;
    currency = settings.currency().getCurrencyCode();
  }

  /**
   * A step of the night: learns from what became of those who were asked, then weighs every open
   * loss, slice by slice. The rows that changed; 0 as long as there is no model.
   */
  public long settle(LocalDate day) {
    return values.inForce().map(model -> settle(model, day)).orElse(0L);
  }

  /** The same for the day of the last night: what was told since of the days before it counts. */
  public long settleAgain() {
    return settle(signals.asOf());
  }

  private long settle(BuyingModel model, LocalDate day) {
    var scales = inTransaction(() -> learn(model, day));
    long changed = 0;
    long after = 0;
    for (var slice = cases.open(day, after, SLICE);
        !slice.isEmpty();
        slice = cases.open(day, after, SLICE)) {
      var worths = slice.stream().map(scales::weigh).toList();
      changed += inTransaction(() -> store.store(worths));
      after = slice.get(slice.size() - 1).lapse();
    }
    return changed;
  }

  private Scales learn(BuyingModel model, LocalDate day) {
    var offering = offering();
    var outcomes = learning.outcomes(day);
    var fit = learning.learn(model, day, outcomes, cases.open(day, 0, SLICE), offering);
    fits.save(fit);
    retests.keep(day, learning.retest(model, day, outcomes, offering));
    return new Scales(model, fit, costs.settings(), offering);
  }

  private Offering offering() {
    return new Offering(offers.catalogue(), costs.settings().marginPercent(), currency);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transaction.execute(status -> work.get()));
  }

  /** One loss is weighed anew as soon as somebody learns why. */
  @EventListener
  void on(FindingTold told) {
    weighAgain(told.lapse());
  }

  /** Who lost him and wins him back makes the chance lower, at once (DEC-22). */
  @EventListener
  void on(LapseReassigned given) {
    weighAgain(given.lapse());
  }

  /** The same of a sweep, with one reading of the models for all of them. */
  @EventListener
  void on(LapsesReassigned swept) {
    var lapses = swept.lapses().stream().map(LapseReassigned::lapse).toList();
    if (!lapses.isEmpty()) {
      scales()
          .map(scales -> cases.some(lapses, signals.asOf()).stream().map(scales::weigh).toList())
          .ifPresent(store::store);
    }
  }

  /** Something of one loss is another than it was in the night. */
  @Transactional
  public void weighAgain(LapseId lapse) {
    scales()
        .flatMap(scales -> cases.one(lapse, signals.asOf()).map(scales::weigh))
        .ifPresent(worth -> store.store(List.of(worth)));
  }

  private Optional<Scales> scales() {
    return values
        .inForce()
        .flatMap(
            model -> fits.last().map(fit -> new Scales(model, fit, costs.settings(), offering())));
  }

  /**
   * What a loss is worth as of the last night, and why; empty as long as the firm has too little
   * history for a model. Not found for who may not see it.
   */
  @Transactional(readOnly = true)
  public Optional<Explanation> of(LapseId lapse, Actor actor) {
    lapses.requireVisible(lapse, actor);
    return scales().flatMap(scales -> cases.one(lapse, signals.asOf()).map(row -> of(scales, row)));
  }

  private Explanation of(Scales scales, CaseRow row) {
    var costs = scales.costs();
    var customer = new CustomerId(row.customer());
    return new Explanation(
        scales.weigh(row),
        scales.effects(row),
        scales.fit().posterior().outcomes(),
        scales.fit().returned(),
        scales.model().chanceSource(),
        scales.fit().day(),
        row.silentDays(),
        row.visits(),
        row.attempts(),
        costs,
        row.contacts(),
        spent(new LapseId(row.lapse()), costs),
        values.of(Set.of(customer), row.day(), costs.terms()).get(customer));
  }

  private Spent spent(LapseId lapse, CostSettings costs) {
    var touches = cases.touches(lapse);
    return new Spent(
        touches.calls(),
        touches.letters(),
        new Money(costs.of(touches.calls(), touches.letters()), currency));
  }
}
