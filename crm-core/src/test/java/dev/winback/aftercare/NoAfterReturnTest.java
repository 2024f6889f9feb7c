package dev.winback.aftercare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.contact.Contact;
import dev.winback.contact.Contacts;
import dev.winback.customer.CustomerId;
import dev.winback.task.CallLog;
import dev.winback.task.CallResult;
import dev.winback.task.TaskId;
import dev.winback.task.Tasks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * acceptance.md, "final no: letters stop": also when it is said after a return, when no loss is
 * there to end.
 */
class NoAfterReturnTest extends CareStories {

  @Autowired Tasks work;
  @Autowired Contacts contacts;

  private void says(CustomerId customer, CallResult no) {
    var task =
        jdbc.sql("select id from task where customer_id = :c and state = 'open'")
            .param("c", customer.value())
            .query(Long.class)
            .single();
    work.log(new TaskId(task), new CallLog(no, "", "price", null, null, null, false, null), rep);
  }

  private List<Long> letGo() {
    return jdbc.sql("select distinct * from let_go('Europe/Berlin')").query(Long.class).list();
  }

  @ParameterizedTest
  @EnumSource(
      value = CallResult.class,
      names = {"FINAL_NO", "NOT_WANTED"})
  void theContactsOfTheFragileYearEndAndAPurchaseBringsThemBack(CallResult no) {
    var customer = returned("20.00");
    assertThat(letGo()).isEmpty();
    says(customer, no);
    assertThat(letGo()).containsExactly(customer.value());
    passDays(5);
    settle();
    assertThat(tasks(customer)).doesNotContain("after_delivery open");
    assertThat(steps(customer)).containsExactly("thank_you");
    buys(customer, "30.00");
    assertThat(letGo()).isEmpty();
    passDays(1);
    settle();
    assertThat(tasks(customer)).contains("second_order open");
  }

  @Test
  void whoIsLostAnewAfterItHasRefused() {
    var customer = returned("20.00");
    passDays(1);
    says(customer, CallResult.FINAL_NO);
    passDays(130);
    nightly.run(today);
    assertThat(row(customer)).containsEntry("number", 2).containsEntry("stage", "REFUSED");
    assertThat(letGo()).containsExactly(customer.value());
    passDays(1);
    nightly.run(today);
    contacts.record(List.of(told(customer, "talked")));
    assertThat(row(customer)).containsEntry("stage", "REFUSED");
  }

  @Test
  void aToldNoCountsAsOurOwn() {
    var customer = returned("20.00");
    passDays(2);
    contacts.record(List.of(told(customer, "final_no")));
    assertThat(letGo()).containsExactly(customer.value());
    settle();
    assertThat(tasks(customer)).containsExactly("thank_you cancelled");
  }

  /** acceptance.md, "final no": also after an end that was none of his. */
  @ParameterizedTest
  @ValueSource(strings = {"UNREACHABLE", "FALSE_ALARM"})
  void itIsObeyedAfterALossThatEndedWithoutHim(String end) {
    var customer = lost();
    contacts.record(List.of(told(customer, "talked")));
    jdbc.sql("update lapse set stage = :end, closed_on = :day, closed_by = :who")
        .param("end", end)
        .param("day", today)
        .param("who", manager.member())
        .update();
    assertThat(letGo()).isEmpty();
    contacts.record(List.of(told(customer, "final_no")));
    assertThat(row(customer)).containsEntry("stage", end);
    assertThat(letGo()).containsExactly(customer.value());
    passDays(1);
    buys(customer, "30.00");
    assertThat(letGo()).isEmpty();
  }

  private Contact told(CustomerId customer, String result) {
    var ref = jdbc.sql("select ref from customer where id = " + customer.value());
    return new Contact(
        0,
        ref.query(String.class).single(),
        "exchange",
        "T-" + result,
        today.atTime(12, 0).atZone(clock.getZone()).toInstant(),
        Contact.Channel.PHONE,
        false,
        null,
        result,
        true,
        false,
        false,
        null,
        null);
  }
}
