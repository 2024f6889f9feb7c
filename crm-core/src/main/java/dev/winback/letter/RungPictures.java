package dev.winback.letter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.winback.shared.Sentence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rungs would do today and soon, and what that costs at worst. */
@Component
class RungPictures {

  private final RungCounts counts;

  RungPictures(RungCounts counts) {
    this.counts = counts;
  }

  RungOutlook of(List<Rung> rungs) {
    return new RungOutlook(counts.from(), counts.day(), counts.stale(), pictures(rungs));
  }

  private List<RungPicture> pictures(List<Rung> rungs) {
    var today = today();
    var soon = soon();
    var costs =
        counts.costs().stream().collect(toMap(RungCounts.Cost::number, RungCounts.Cost::cost));
    var pictures = new ArrayList<RungPicture>();
    @Nullable Rung before = null;
    for (var rung : rungs) {
      int number = rung.number();
      var reached = soon.getOrDefault(number, new TreeMap<>());
      var cost = costs.getOrDefault(number, BigDecimal.ZERO);
      pictures.add(picture(rung, today.getOrDefault(number, List.of()), reached, cost, before));
      before = rung;
    }
    return pictures;
  }

  private Map<Integer, List<ReasonCount>> today() {
    return counts.today().stream()
        .collect(groupingBy(RungCount::rung, mapping(RungCount::because, toList())));
  }

  private Map<Integer, TreeMap<LocalDate, Long>> soon() {
    return counts.soon().stream()
        .collect(
            groupingBy(
                RungCounts.Reached::number,
                toMap(
                    RungCounts.Reached::due, RungCounts.Reached::lapses, Long::sum, TreeMap::new)));
  }

  private static RungPicture picture(
      Rung rung,
      List<ReasonCount> today,
      TreeMap<LocalDate, Long> soon,
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
