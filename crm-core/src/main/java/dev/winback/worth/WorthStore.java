package dev.winback.worth;

import dev.winback.shared.Money;
import dev.winback.shared.Sql;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what lapses are worth. */
@Component
class WorthStore {

  private static final String MERGE = Sql.of(WorthStore.class, "merge-worth.sql");

  private final JdbcClient jdbc;

  WorthStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of rows that changed. */
  long store(List<CaseWorth> worths) {
    return jdbc.sql(MERGE)
        .param("lapses", worths.stream().map(CaseWorth::lapse).toArray(Long[]::new))
        .param("unasked", numbers(worths, CaseWorth::unasked))
        .param("chances", numbers(worths, CaseWorth::chance))
        .param("lows", numbers(worths, CaseWorth::low))
        .param("highs", numbers(worths, CaseWorth::high))
        .param("channels", words(worths, worth -> worth.channel().code()))
        .param("percents", worths.stream().map(CaseWorth::percent).toArray(Integer[]::new))
        .param("kinds", worths.stream().map(CaseWorth::offerKind).toArray(String[]::new))
        .param("asks", worths.stream().map(CaseWorth::offerAsks).toArray(Boolean[]::new))
        .param("lives", money(worths, CaseWorth::secondLife))
        .param("offers", money(worths, CaseWorth::offer))
        .param("efforts", money(worths, CaseWorth::effort))
        .param("gains", money(worths, CaseWorth::gain))
        .param("verdicts", words(worths, worth -> worth.verdict().code()))
        .update();
  }

  private static Double[] numbers(List<CaseWorth> worths, ToDoubleFunction<CaseWorth> of) {
    return worths.stream().map(of::applyAsDouble).toArray(Double[]::new);
  }

  private static String[] words(List<CaseWorth> worths, Function<CaseWorth, String> of) {
    return worths.stream().map(of).toArray(String[]::new);
  }

  private static @Nullable Double[] money(
      List<CaseWorth> worths, Function<CaseWorth, @Nullable Money> of) {
    var amounts = new @Nullable Double[worths.size()];
    for (int i = 0; i < amounts.length; i++) {
      var money = of.apply(worths.get(i));
      amounts[i] = money == null ? null : money.amount().doubleValue();
    }
    return amounts;
  }
}
