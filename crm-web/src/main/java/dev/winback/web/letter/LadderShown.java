package dev.winback.web.letter;

import dev.winback.letter.Ladder;
import dev.winback.letter.Rung;
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
}
