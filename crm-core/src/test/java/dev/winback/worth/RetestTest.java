package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.staff.NotAllowed;
import dev.winback.value.ReliabilityBin;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** science.md, "Retest": what chances promised against what came. */
class RetestTest extends WorthStories {

  @Autowired Retests retests;

  /** Of a hundred at a fifth twenty are expected, give or take four. */
  @ParameterizedTest
  @CsvSource({"0.20, false", "0.28, false", "0.29, true", "0.12, false", "0.11, true"})
  void fartherThanTwoStandardDeviationsIsNoChance(double came, boolean off) {
    var half = new ReliabilityBin(50, 0.2, came);
    var retest = new Retest(DAY, List.of(half, half));
    assertThat(retest.promised()).isEqualTo(20);
    assertThat(retest.returned()).isEqualTo(Math.round(100 * came));
    assertThat(retest.off()).isEqualTo(off);
  }

  @Test
  void theNightComparesThoseWhoWereAskedInTheQuarterBeforeTheLastOne() {
    history();
    night();
    assertThat(retests.last(manager)).isEmpty();
    askEverybody(DAY.minusDays(90));
    worths.settle(DAY);
    assertThat(retests.last(manager)).as("13 weeks are not over").isEmpty();
    askEverybody(DAY.minusDays(100));
    worths.settle(DAY);
    var retest = retests.last(manager).orElseThrow();
    assertThat(retest.asked()).isBetween(10, open());
    assertThat(retest.returned()).isZero();
    assertThat(retest.promised()).isPositive();
    assertThat(retest.bins()).hasSize(10).isSortedAccordingTo(RetestTest::byPromise);
    worths.settle(DAY);
    assertThat(retests.last(manager)).contains(retest);
    askEverybody(DAY.minusDays(182));
    worths.settle(DAY);
    assertThat(retests.last(manager)).as("asked before that").isEmpty();
    assertThatThrownBy(() -> retests.last(rep)).isInstanceOf(NotAllowed.class);
  }

  private static int byPromise(ReliabilityBin one, ReliabilityBin other) {
    return Double.compare(one.promised(), other.promised());
  }

  private int open() {
    return jdbc.sql("select count(*) from lapse where stage in ('LATE', 'LOST')")
        .query(Integer.class)
        .single();
  }

  private void askEverybody(LocalDate day) {
    jdbc.sql("update lapse set opened_on = least(opened_on, :d)")
        .param("d", day.minusDays(1))
        .update();
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, reached, lapse_id)
            select l.customer_id, 'test', :d || '-' || l.id, :at, 'phone', true, l.id from lapse l
            """)
        .param("d", day.toString())
        .param("at", day.atTime(12, 0).atOffset(ZoneOffset.UTC))
        .update();
  }
}
