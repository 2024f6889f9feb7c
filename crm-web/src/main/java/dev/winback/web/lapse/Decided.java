package dev.winback.web.lapse;

import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import dev.winback.letter.Farewell;
import dev.winback.letter.Farewells;
import dev.winback.web.layout.Shell;
import dev.winback.web.layout.Shown;
import dev.winback.web.layout.Wording;
import dev.winback.web.worth.WorthShown;
import dev.winback.worth.DecisionRecords;
import dev.winback.worth.DecisionRow;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was decided about a loss, for its page; templates reach it as {@code @decided}. */
@Component("decided")
public class Decided {

  private final DecisionRecords records;
  private final Decisions decisions;
  private final Farewells farewells;
  private final Shell shell;
  private final Shown shown;
  private final WorthShown worth;
  private final Wording wording;

  Decided(
      DecisionRecords records,
      Decisions decisions,
      Farewells farewells,
      Shell shell,
      Shown shown,
      WorthShown worth,
      Wording wording) {
    this.records = records;
    this.decisions = decisions;
    this.farewells = farewells;
    this.shell = shell;
    this.shown = shown;
    this.worth = worth;
    this.wording = wording;
  }

  public List<DecisionRow> of(long lapse) {
    var actor = shell.actor();
    return actor == null ? List.of() : records.of(new LapseId(lapse), actor);
  }

  public @Nullable Farewell farewell(long lapse) {
    var actor = shell.actor();
    return actor == null ? null : farewells.of(new LapseId(lapse), actor).orElse(null);
  }

  /** Whether the reader did the last thing to it and can take it back. */
  public boolean undoable(long lapse) {
    var actor = shell.actor();
    return actor != null && decisions.undoable(new LapseId(lapse), actor);
  }

  /** What happened last to it: the undo on the page means that and nothing later. */
  public long step(long lapse) {
    return decisions.newest(new LapseId(lapse));
  }

  /** The figures by which it was decided, in a sentence. */
  public String figures(DecisionRow row) {
    var year = shown.whole(row.valueYear(), row.currency());
    var chance = row.chance();
    return chance == null
        ? wording.of("decided.figures.unweighed", row.silentDays(), year)
        : wording.of(
            "decided.figures",
            row.silentDays(),
            year,
            worth.chance(chance.doubleValue()),
            money(row.cost()),
            money(row.gain()));
  }

  private String money(@Nullable BigDecimal amount) {
    return amount == null ? "–" : worth.gain(amount);
  }
}
