package dev.winback.lapse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import dev.winback.purchase.PurchasesRecorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * RET-01, the credit: a file that tells days only has its purchases at midnight. Of such a day
 * every touch that may have come before it did, until somebody told us of the purchase.
 */
class DayOfPurchaseTest extends LapseStories {

  private CustomerId lost() {
    var customer = stories.aCustomer().silentFor(120).save();
    night();
    passDays(5);
    return customer;
  }

  @Test
  void aCallOfTheDayEarnsAPurchaseOfWhichOnlyTheDayIsKnown() {
    var customer = lost();
    talks(customer, today, true);
    buysAt(customer, midnight(today));
    assertThat(field(customer, "credit")).isEqualTo("call");
  }

  @Test
  void aCallOfThatDayThatIsToldLateEarnsItToo() {
    var customer = lost();
    buysAt(customer, midnight(today));
    talks(customer, today, true);
    passDays(1);
    night();
    assertThat(field(customer, "credit")).isEqualTo("call");
  }

  @Test
  void ofCallAndPurchaseOfWhichOnlyTheDayIsKnownTheCallCameFirst() {
    var customer = lost();
    talks(customer, today, true);
    jdbc.sql("update contact set contacted_at = :at").param("at", utc(midnight(today))).update();
    buysAt(customer, midnight(today));
    assertThat(field(customer, "credit")).isEqualTo("call");
  }

  @Test
  void aCallOfTheNextDayEarnsNothing() {
    var customer = lost();
    talks(customer, today, true);
    jdbc.sql("update contact set contacted_at = :at")
        .param("at", utc(midnight(today.plusDays(1))))
        .update();
    buysAt(customer, midnight(today));
    passDays(1);
    night();
    assertThat(field(customer, "credit")).isEqualTo("none");
  }

  @Test
  void aCallAfterAPurchaseWhoseTimeIsKnownEarnsNothing() {
    var customer = lost();
    talks(customer, today, true);
    buysAt(customer, midnight(today).plusSeconds(60));
    assertThat(field(customer, "credit")).isEqualTo("none");
  }

  /** The call that thanks him is no reason for his order. */
  @Test
  void aCallAfterWeWereToldOfThePurchaseEarnsNothing() {
    var customer = lost();
    buysAt(customer, midnight(today));
    jdbc.sql("update purchase set received_at = :at where purchased_at = :day")
        .param("at", utc(noon(today).minusSeconds(3600)))
        .param("day", utc(midnight(today)))
        .update();
    talks(customer, today, true);
    passDays(1);
    night();
    assertThat(field(customer, "credit")).isEqualTo("none");
  }

  private void buysAt(CustomerId customer, Instant at) {
    transaction.executeWithoutResult(
        status -> {
          stories.purchase(customer, at, "50.00", null, null);
          events.publishEvent(new PurchasesRecorded(Set.of(customer)));
        });
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  private static java.time.OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
