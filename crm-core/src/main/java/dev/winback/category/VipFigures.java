package dev.winback.category;

import java.util.List;
import java.util.stream.IntStream;

/** The figures of all months and lists that a night knows, found in one pass. */
final class VipFigures {

  private final List<MonthFigures> months;
  private final List<ListFigures> lists;

  private VipFigures(CategorySettings settings, int[] open) {
    months = IntStream.of(open).mapToObj(MonthFigures::new).toList();
    lists =
        IntStream.range(Cuts.firstList(settings), Months.COMPLETE)
            .mapToObj(ListFigures::new)
            .toList();
  }

  /** Only of the months with these numbers. */
  static VipFigures of(Ranking ranking, Cuts cuts, Vips vips, int[] open) {
    var figures = new VipFigures(cuts.settings(), open);
    ranking.each(m -> figures.see(m, cuts, vips));
    return figures;
  }

  private void see(Months m, Cuts cuts, Vips vips) {
    months.forEach(month -> month.see(m, vips, cuts.settings().criterion()));
    int bits = vips.months(m);
    if (bits != 0 || cuts.total()) {
      lists.forEach(list -> list.see(m, vips, bits));
    }
  }

  List<MonthFigures> months() {
    return months;
  }

  List<ListFigures> lists() {
    return lists;
  }
}
