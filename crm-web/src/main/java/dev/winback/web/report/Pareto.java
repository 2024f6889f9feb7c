package dev.winback.web.report;

import dev.winback.report.ReasonLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn in the table of reasons: how long each line's bar of money is, in percent of the
 * longest, and below which line 80 % of the money is reached, counted from 0; -1: below none. Lines
 * without a share, as those of nobody knows what, take no part.
 */
record Pareto(List<Integer> widths, int rule, long most, long known) {

  private static final BigDecimal RULE = BigDecimal.valueOf(80);
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  static Pareto of(List<ReasonLine> lines) {
    var longest =
        lines.stream()
            .filter(line -> line.share() != null)
            .map(ReasonLine::money)
            .reduce(BigDecimal.ONE, BigDecimal::max);
    int rule = rule(lines);
    return new Pareto(
        lines.stream().map(line -> width(line, longest)).toList(),
        rule,
        known(lines.subList(0, rule + 1)),
        known(lines));
  }

  private static int width(ReasonLine line, BigDecimal longest) {
    var part = line.money().max(BigDecimal.ZERO).multiply(WHOLE);
    return part.divide(longest, 0, RoundingMode.UP).min(WHOLE).intValue();
  }

  private static int rule(List<ReasonLine> lines) {
    return IntStream.range(0, lines.size())
        .filter(at -> reached(lines.get(at).share()))
        .findFirst()
        .orElse(-1);
  }

  private static boolean reached(@Nullable BigDecimal share) {
    return share != null && share.compareTo(RULE) >= 0;
  }

  private static long known(List<ReasonLine> lines) {
    return lines.stream().map(ReasonLine::share).filter(Objects::nonNull).count();
  }
}
