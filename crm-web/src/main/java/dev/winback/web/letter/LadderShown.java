package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.Rung;
import dev.winback.letter.RungUnit;
import dev.winback.web.layout.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ladder as lists of letters name it; templates reach it as {@code @ladderShown}. */
@Component
public class LadderShown {

  private final Ladder ladder;
  private final RungWords words;
  private final Wording wording;

  LadderShown(Ladder ladder, RungWords words, Wording wording) {
    this.ladder = ladder;
    this.words = words;
    this.wording = wording;
  }

  /** The rungs in their order. */
  public List<Rung> rungs() {
    return ladder.listed();
  }

  /** What a list can be filtered by, with the one it is filtered by. */
  public List<Integer> numbers(List<Rung> rungs, @Nullable Integer chosen) {
    var numbers = new ArrayList<>(rungs.stream().map(Rung::number).toList());
    if (chosen != null && chosen > 0 && !numbers.contains(chosen)) {
      numbers.add(chosen);
    }
    return numbers;
  }

  /**
   * Its moment, and not what it gives today: its letters gave what it gave then. A letter beside
   * the ladder has a name, a removed rung its number.
   */
  public String named(int number, List<Rung> rungs) {
    return number <= 0
        ? wording.of("letter.name." + number)
        : rungs.stream()
            .filter(rung -> rung.number() == number)
            .findFirst()
            .map(words::moment)
            .orElse(String.valueOf(number));
  }

  /**
   * As {@link #named(int, List)}, of one letter: its rung may stand for another silence by now, so
   * the days that this letter stood for are said where they differ.
   */
  public String named(int number, @Nullable Integer height, List<Rung> rungs) {
    var rung = rungs.stream().filter(one -> one.number() == number).findFirst().orElse(null);
    if (number <= 0 || height == null || rung != null && height.equals(rung.days())) {
      return named(number, rungs);
    }
    return rung == null || rung.terms().unit() == RungUnit.DAYS
        ? wording.of("letter.moment.days", height)
        : wording.of("letter.moment.stood", words.moment(rung), height);
  }
}
