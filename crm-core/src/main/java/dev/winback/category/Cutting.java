package dev.winback.category;

import dev.winback.category.CategorySettings.Approach;
import java.util.ArrayList;
import java.util.List;

/** Finds the limits of a night in a few passes over the months of all customers. */
final class Cutting {

  private final Ranking ranking;
  private final CategorySettings settings;
  private final Members history;
  private final FrontCutting fronts = new FrontCutting();
  private final Order year;
  private final List<Order> months = new ArrayList<>();
  private final List<Order> lists = new ArrayList<>();

  /** Those of months and lists that are not history already. */
  private final List<Order> asked = new ArrayList<>();

  private int foreignCustomers;
  private int foreignPurchases;

  private Cutting(Ranking ranking, CategorySettings settings, Members history) {
    this.ranking = ranking;
    this.settings = settings;
    this.history = history;
    year = fronts.order(settings.criterion());
    for (int i = 0; i <= Months.RUNNING; i++) {
      int month = i;
      months.add(new Order(m -> m.month(settings.criterion(), month)));
      lists.add(new Order(m -> Cuts.sum(m, settings, month)));
      if (!history.know(month)) {
        asked.add(months.get(month));
      }
      if (made(month)) {
        asked.add(lists.get(month));
      }
    }
  }

  static Cuts of(Ranking ranking, CategorySettings settings, Members history) {
    return new Cutting(ranking, settings, history).cuts();
  }

  /** Lists of earlier months are history, and that of the running one is nobody's business. */
  private boolean made(int month) {
    return settings.way() == CategorySettings.Way.TOTAL
        && month >= Cuts.firstList(settings) - 1
        && month < Months.COMPLETE;
  }

  private Cuts cuts() {
    ranking.each(this::see);
    var edges = new ArrayList<Edge>();
    edges.addAll(fronts.edges(CategorySettings.hundredths(settings.a())));
    edges.add(Edge.at(year, year.ofSum(CategorySettings.hundredths(settings.b()))));
    months.forEach(order -> edges.add(inFront(order)));
    lists.forEach(order -> edges.add(inFront(order)));
    var cuts = close(edges);
    int b = Criterion.values().length;
    int lists = b + 1 + Months.RUNNING + 1;
    return withRest(
        new Cuts(
            ranking.day(),
            settings,
            cuts.get(settings.criterion().ordinal()),
            cuts.get(b),
            cuts.subList(b + 1, lists),
            cuts.subList(lists, cuts.size()),
            Cut.NOBODY,
            Averages.NONE,
            new Cuts.Totals(year.count(), year.sum(), foreignCustomers, foreignPurchases),
            fronts.fronts(ranking, cuts.subList(0, b))));
  }

  private void see(Months m) {
    foreignCustomers += m.foreign > 0 ? 1 : 0;
    foreignPurchases += m.foreign;
    fronts.see(m);
    for (var order : asked) {
      order.see(m);
    }
  }

  private Edge inFront(Order order) {
    order.sorted();
    int places = Order.ofNumber(order.count(), CategorySettings.hundredths(settings.share()));
    return Edge.at(order, places);
  }

  /** Equal values on both sides of an edge are rare with money: one more pass, and only then. */
  private List<Cut> close(List<Edge> edges) {
    var open = edges.stream().filter(Edge::isOpen).toList();
    if (!open.isEmpty()) {
      ranking.each(m -> open.forEach(edge -> edge.see(m)));
    }
    return edges.stream().map(Edge::cut).toList();
  }

  /** What needs to know who is a VIP. */
  private Cuts withRest(Cuts cuts) {
    int last = Months.COMPLETE - 1;
    var vips = new Vips(cuts, history);
    var sums = new Averages.Sums(settings);
    var rest =
        new Order(m -> vips.listed(m, vips.months(m), last) ? 0 : Cuts.sum(m, settings, last));
    ranking.each(
        m -> {
          if (vips.listed(m, vips.months(m), last)) {
            sums.see(m);
          } else {
            rest.see(m);
          }
        });
    rest.sorted();
    return cuts.with(close(List.of(Edge.at(rest, second(rest.count())))).get(0), sums.averages());
  }

  private int second(int rest) {
    int share = Order.ofNumber(rest, CategorySettings.hundredths(settings.share()));
    return settings.approach() == Approach.GOOD ? share : rest - share;
  }
}
