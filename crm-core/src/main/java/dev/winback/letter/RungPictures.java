package dev.winback.letter;

import dev.winback.shared.BusinessClock;
import dev.winback.shared.Sentence;
import dev.winback.shared.Settings;
import dev.winback.shared.Sql;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the rungs would do today and soon, and what that costs at worst. */
@Component
class RungPictures {

  private static final String WORST_CASE = Sql.of(RungPictures.class, "worst-case.sql");

  private final LetterPlanning planning;
  private final Settings settings;
  private final JdbcClient jdbc;
  private final BusinessClock clock;

  RungPictures(LetterPlanning planning, Settings settings, JdbcClient jdbc, BusinessClock clock) {
    this.planning = planning;
    this.settings = settings;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  List<RungPicture> of(List<Rung> rungs) {
    var soon = planning.reachSoon(clock.today(), Rungs.SOON);
    var costs = costs();
    var pictures = new ArrayList<RungPicture>();
    @Nullable Rung before = null;
    for (var rung : rungs) {
      var today = planning.dryRunCount(rung.number(), clock.today());
      var reached = soon.getOrDefault(rung.number(), new TreeMap<>());
      var cost = costs.getOrDefault(rung.number(), BigDecimal.ZERO);
      pictures.add(picture(rung, today, reached, cost, before));
      before = rung;
    }
    return pictures;
  }

  private Map<Integer, BigDecimal> costs() {
    var costs = new HashMap<Integer, BigDecimal>();
    jdbc.sql(WORST_CASE)
        .param("currency", settings.currency().getCurrencyCode())
        .query(
            row -> {
              costs.put(row.getInt("number"), row.getBigDecimal("cost"));
            });
    return costs;
  }

  private static RungPicture picture(
      Rung rung,
      List<ReasonCount> today,
      TreeMap<java.time.LocalDate, Long> soon,
      BigDecimal each,
      @Nullable Rung before) {
    long gets =
        today.stream().filter(c -> c.reason() == null).mapToLong(ReasonCount::letters).sum();
    return new RungPicture(
        rung,
        today,
        Collections.unmodifiableSortedMap(soon),
        each.multiply(BigDecimal.valueOf(gets)),
        warnings(rung, before));
  }

  private static List<Sentence> warnings(Rung rung, @Nullable Rung before) {
    var warnings = new ArrayList<Sentence>(rung.warnings());
    int least = before == null || rung.number() == 0 ? 0 : before.percent();
    if (rung.percent() < least && rung.terms().gives() == null) {
      warnings.add(Sentence.of("letter.warning.shrinks", least));
    }
    return List.copyOf(warnings);
  }
}
