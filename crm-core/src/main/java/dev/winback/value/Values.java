package dev.winback.value;

import dev.winback.customer.CustomerId;
import dev.winback.shared.Money;
import dev.winback.shared.Settings;
import dev.winback.staff.Actor;
import dev.winback.staff.Permission;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rhythm, chance and worth of customers, by a model that each night fits anew. */
@Service
@Transactional
public class Values {

  /** Weeks of {@link Worth#expectedPurchases}. */
  private static final int YEAR = 52;

  private final Sample sample;
  private final Days days;
  private final ModelStore store;
  private final String currency;
  private volatile @Nullable BuyingModel known;

  Values(Sample sample, Days days, ModelStore store, Settings settings) {
    this.sample = sample;
    this.days = days;
    this.store = store;
    currency = settings.currency().getCurrencyCode();
  }

  /**
   * A step of the night: fits the models to what was known on this day, and puts them in force if
   * they say something else than those before ({@link Difference}). The rows written: 0 when the
   * night is run again.
   */
  public long refit(LocalDate day) {
    double share = sample.share();
    var customers = sample.draw(share, day);
    var fitted = Refit.of(day, customers, share);
    var before = store.inForceBefore(day);
    var buyings = customers.stream().map(c -> c.days().until(day)).toList();
    boolean takesOver =
        before.isEmpty() || Difference.matters(before.orElseThrow(), fitted, buyings);
    return store.save(fitted, takesOver);
  }

  /**
   * The model that detection goes by; empty before the first night and as long as there is too
   * little history, when the default rule holds.
   */
  @Transactional(readOnly = true)
  public Optional<BuyingModel> inForce() {
    return store.inForce().filter(fitted -> fitted.parts() != null).map(this::model);
  }

  /** Its tables are kept as long as it is the same. */
  private BuyingModel model(Fitted fitted) {
    var model = known;
    if (model == null || !model.fitted().equals(fitted)) {
      model = new BuyingModel(fitted);
      known = model;
    }
    return model;
  }

  /** What may be expected of these customers as of this day; who never bought is not in the map. */
  @Transactional(readOnly = true)
  public Map<CustomerId, Worth> of(Set<CustomerId> customers, LocalDate day, ValueTerms terms) {
    var worth = new LinkedHashMap<CustomerId, Worth>();
    inForce()
        .ifPresent(
            model ->
                buyings(customers, day)
                    .forEach((id, buying) -> worth.put(id, worth(model, buying, terms))));
    return worth;
  }

  /**
   * When and for how much these customers bought up to this day; who never did is not in the map.
   */
  @Transactional(readOnly = true)
  public Map<CustomerId, Buying> buyings(Set<CustomerId> customers, LocalDate day) {
    var buyings = new LinkedHashMap<CustomerId, Buying>();
    days.of(customers.stream().map(CustomerId::value).toList(), day)
        .forEach((id, bought) -> buyings.put(new CustomerId(id), bought.until(day)));
    return buyings;
  }

  /** A customer as he was on a day. */
  public record OnDay(CustomerId customer, LocalDate day) {}

  /** The same on a day for each; one before the first purchase is not in the map. */
  @Transactional(readOnly = true)
  public Map<OnDay, Buying> buyings(Set<OnDay> asked) {
    var buyings = new LinkedHashMap<OnDay, Buying>();
    var last = asked.stream().map(OnDay::day).max(LocalDate::compareTo);
    if (last.isPresent()) {
      var ids = asked.stream().map(on -> on.customer().value()).distinct().toList();
      var bought = days.of(ids, last.orElseThrow());
      asked.forEach(on -> put(on, bought.get(on.customer().value()), buyings));
    }
    return buyings;
  }

  private static void put(OnDay on, @Nullable PurchaseDays bought, Map<OnDay, Buying> buyings) {
    if (bought != null && bought.boughtBy(on.day())) {
      buyings.put(on, bought.until(on.day()));
    }
  }

  private Worth worth(BuyingModel model, Buying buying, ValueTerms terms) {
    return new Worth(
        model.active(buying),
        model.chanceSource(),
        model.agreedPurchases(buying, YEAR),
        money(model.agreedValue(buying, terms)));
  }

  private @Nullable Money money(OptionalDouble amount) {
    return amount.isEmpty()
        ? null
        : new Money(
            BigDecimal.valueOf(amount.getAsDouble()).setScale(2, RoundingMode.HALF_UP), currency);
  }

  /** What the model page says, with the shares that are shipped. */
  @Transactional(readOnly = true)
  public ModelReport report(Actor actor) {
    return report(actor, BuyingModel.LATE, BuyingModel.OVERDUE);
  }

  /**
   * The same by the shares of such customers who would still order that detection goes by, at which
   * one is late, and lost.
   */
  @Transactional(readOnly = true)
  public ModelReport report(Actor actor, double late, double lost) {
    actor.require(Permission.SEE_MODEL);
    return store
        .inForce()
        .map(
            fitted ->
                new ModelReports(late, lost)
                    .of(fitted, store.last().orElse(fitted).day(), currency))
        .orElse(ModelReport.NOT_FITTED);
  }
}
