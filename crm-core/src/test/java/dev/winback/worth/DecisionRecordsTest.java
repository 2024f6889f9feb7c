package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.lapse.Decision;
import dev.winback.lapse.Decisions;
import dev.winback.lapse.LapseId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** DEC-16: a decision is kept with the figures by which it was taken, whatever comes later. */
class DecisionRecordsTest extends WorthStories {

  @Autowired Decisions decisions;
  @Autowired DecisionRecords records;

  private LapseId lapseOf() {
    return new LapseId(
        jdbc.sql("select id from lapse where customer_id = :id")
            .param("id", lost.value())
            .query(Long.class)
            .single());
  }

  @Test
  void theFiguresOfThatMomentStayAndATakenBackOneSaysSo() {
    history();
    nightly.run(DAY);
    var lapse = lapseOf();
    var worth = worths.of(lapse, manager).orElseThrow().worth();
    decisions.decide(lapse, Decision.RETURN, "good margin", null, manager);
    jdbc.sql("update lapse_worth set chance = 0.0001, gain = 0 where lapse_id = :id")
        .param("id", lapse.value())
        .update();
    var kept = records.of(lapse, manager).get(0);
    assertThat(kept.decision()).isEqualTo(Decision.RETURN);
    assertThat(kept.reason()).isEqualTo("good margin");
    assertThat(kept.by()).isEqualTo("Manager");
    assertThat(kept.silentDays()).isEqualTo(150);
    assertThat(kept.chance().doubleValue())
        .isEqualTo(worth.chance(), org.assertj.core.data.Offset.offset(0.0001));
    assertThat(kept.gain()).isEqualByComparingTo(worth.gain().amount());
    assertThat(kept.undoneAt()).isNull();
    decisions.undo(lapse, manager);
    assertThat(records.of(lapse, manager)).hasSize(1);
    assertThat(records.of(lapse, manager).get(0).undoneAt()).isNotNull();
  }

  @Test
  void withoutAModelTheMoneyAndTheSilenceAreKept() {
    nightly.run(DAY);
    decisions.decide(lapseOf(), Decision.NOT_WORTH, "", null, manager);
    var kept = records.of(lapseOf(), manager).get(0);
    assertThat(kept.chance()).isNull();
    assertThat(kept.valueYear()).isPositive();
    assertThat(kept.reason()).isNull();
  }

  @Test
  void whoReadsNoNotesReadsNoReason() {
    nightly.run(DAY);
    decisions.decide(lapseOf(), Decision.NOT_WORTH, "he shouts", null, manager);
    assertThat(records.of(lapseOf(), stories.marketing()).get(0).reason()).isNull();
  }
}
