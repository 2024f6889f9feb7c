package dev.winback.category;

import dev.winback.category.CategorySettings.Approach;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Judges one customer by his months against the limits of a night. The night itself and a fact that
 * arrives later ask the same judge, so that they cannot differ.
 */
public final class Judge {

  private static final int LAST = Months.COMPLETE - 1;

  /** Months in which the first payment makes a new account: the running one and two before it. */
  private static final int NEW_SINCE = Months.RUNNING - 2;

  private final Cuts cuts;
  private final Vips vips;
  private final Marks marks;
  private final String currency;

  Judge(Cuts cuts, Members history, Marks marks, String currency) {
    this.cuts = cuts;
    this.marks = marks;
    this.currency = currency;
    vips = new Vips(cuts, history);
  }

  /** An object to collect one customer after another in, as of the day of the limits. */
  public Months months() {
    return new Months(cuts.day(), currency);
  }

  Vips vips() {
    return vips;
  }

  /** The category of the customer whose months these are. */
  public Category of(Months m) {
    return of(m, vips.months(m));
  }

  Category of(Months m, int months) {
    boolean vip = vips.listed(m, months, LAST);
    boolean fallen = !vip && vips.listed(m, months, LAST - 1);
    var criterion = cuts.settings().criterion();
    var abc = abc(m);
    var xyz = Variation.of(m, criterion).xyz(cuts.settings());
    return new Category(
        abc,
        xyz,
        vip,
        fallen,
        !vip && candidate(m),
        vip ? null : second(m, fallen),
        marks.group(m.customer, abc, xyz, vip),
        criterion.shown(m.judged(criterion)),
        cuts.fronts().of(m));
  }

  /** D keeps his place in the order of the others; only his letter is another one. */
  private Abc abc(Months m) {
    long value = m.judged(cuts.settings().criterion());
    if (m.judged(Criterion.PROFIT) < 0) {
      return Abc.D;
    }
    return cuts.a().takes(value, m.customer)
        ? Abc.A
        : cuts.b().takes(value, m.customer) ? Abc.B : Abc.C;
  }

  /** A new account that in one month brought what a VIP does on average (DEC-08). */
  private boolean candidate(Months m) {
    if (cuts.averages().value() <= 0 || !m.newSince(NEW_SINCE)) {
      return false;
    }
    for (int month = NEW_SINCE; month <= Months.RUNNING; month++) {
      if (m.month(cuts.settings().criterion(), month) >= cuts.averages().value()) {
        return true;
      }
    }
    return false;
  }

  private @Nullable SecondCategory second(Months m, boolean fallen) {
    long sum = Cuts.sum(m, cuts.settings(), LAST);
    boolean front = sum > 0 && cuts.second().takes(sum, m.customer);
    if (cuts.settings().approach() == Approach.GOOD) {
      return fallen || front ? SecondCategory.GOOD : sum > 0 ? SecondCategory.CUSTOMER : null;
    }
    return front ? SecondCategory.ORDINARY : sum > 0 ? SecondCategory.DIFFICULT : null;
  }

  /** Whether he has a category: nobody has who never paid nor owes, and no erased person. */
  public boolean concerns(Months m) {
    return m.known && !marks.of(m.customer).erased();
  }

  /** How he stands with the VIP list; empty when he is neither on it nor was on the one before. */
  public Optional<VipStanding> standing(Months m) {
    return standing(m, vips.months(m));
  }

  Optional<VipStanding> standing(Months m, int months) {
    boolean vip = vips.listed(m, months, LAST);
    boolean before = vips.listed(m, months, LAST - 1);
    return vip || before ? Optional.of(standing(m, vip, before)) : Optional.empty();
  }

  private VipStanding standing(Months m, boolean vip, boolean before) {
    int from = cuts.settings().firstMonth();
    return new VipStanding(
        m.customer,
        vip,
        before,
        YearMonth.from(Months.begin(cuts.day(), LAST)),
        Months.COMPLETE - from,
        m.months(Criterion.AMOUNT, from, LAST),
        m.month(Criterion.AMOUNT, LAST),
        payments(m, from),
        m.months(Criterion.PROFIT, from, LAST),
        m.ofMargin(from, LAST),
        currency);
  }

  private static int payments(Months m, int from) {
    return (int)
        IntStream.range(from, LAST).filter(month -> m.month(Criterion.AMOUNT, month) > 0).count();
  }
}
