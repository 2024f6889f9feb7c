package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.lapse.Decisions;
import dev.winback.shared.Refused;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * RET-11, DEC-27: who came back with our help and is lost again gets one letter of repentance and
 * no work: no tasks, no ladder, no care; a manager may open it with a reason.
 */
class TwiceLostCareTest extends CareStories {

  @Autowired Decisions decisions;

  private CustomerId twiceLost() {
    jdbc.sql(
            "update rung set mode = 'live', backlog = true, since = '2020-01-01' where mode <> 'live'")
        .update();
    var customer = lost();
    passDays(3);
    jdbc.sql(
            """
            insert into contact (customer_id, source, external_id, contacted_at, channel, reached)
            values (:c, 'story', 'talk', :at, 'phone', true)
            """)
        .param("c", customer.value())
        .param("at", clock.instant().minusSeconds(3600).atOffset(ZoneOffset.UTC))
        .update();
    buys(customer, "50.00");
    passDays(200);
    nightly.run(today);
    return customer;
  }

  private List<String> letters(CustomerId customer) {
    return jdbc.sql(
            """
            select rung || ' ' || state from letter
             where customer_id = :c and lapse_id = (select max(id) from lapse where customer_id = :c) order by rung
            """)
        .param("c", customer.value())
        .query(String.class)
        .list();
  }

  @Test
  void heGetsOneLetterOfRepentanceAndNoWorkHoweverManyNightsPass() {
    var customer = twiceLost();
    assertThat(row(customer)).containsEntry("stage", "TWICE_LOST");
    passDays(1);
    nightly.run(today);
    passDays(30);
    nightly.run(today);
    assertThat(letters(customer)).hasSize(1).allMatch(letter -> letter.startsWith("0 "));
    assertThat(
            jdbc.sql("select count(*) from task where customer_id = :c and state = 'open'")
                .param("c", customer.value())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(fragileNow()).isZero();
  }

  @Test
  void aManagerOpensItWithAReasonAndNotWithoutOne() {
    var customer = twiceLost();
    assertThatThrownBy(() -> decisions.reopen(lapse(customer), " ", manager))
        .isInstanceOf(Refused.class);
    decisions.reopen(lapse(customer), "the director asks for him", manager);
    assertThat(row(customer)).containsEntry("stage", "DECIDED");
  }
}
