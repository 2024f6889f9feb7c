package dev.winback.worth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.CustomerId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DEC-16, DEC-17: a loss is weighed by the way that is open to the customer, or by none. */
class OpenWayTest extends WorthStories {

  /** Reasons of a held letter that lie in the person and not in the day. */
  private static final Set<String> OF_PERSON =
      Set.of(
          "PERSON_INACTIVE",
          "NO_ADDRESS",
          "ADDRESS_BOUNCED",
          "STOP_LIST",
          "NO_BASIS",
          "OTHER_CHANNEL");

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "call; status = 'active'",
        "call; phone_e164 = null",
        "email; preferred_channel = 'email'",
        "none; preferred_channel = 'email', email_consent = null",
        "call; preferred_channel = 'sms'",
        "none; preferred_channel = 'none'",
        "none; status = 'left'",
        "email; phone = null",
        "email; phone = ' ', phone_e164 = null",
        "none; phone = null, email_consent = null",
        "none; phone = null, email_consent = false",
        "none; phone = null, email = 'nobody at all'",
        "none; phone = null, preferred_channel = 'phone'"
      })
  void theWayIsOneThatCallsAndLettersTake(String way, String is) {
    history();
    night();
    jdbc.sql("update customer set " + is + " where id = :c").param("c", lost.value()).update();
    worths.settle(DAY);
    assertThat(stored()).containsEntry("channel", way);
    assertThat(explained().worth().verdict() == Verdict.UNREACHABLE).isEqualTo(way.equals("none"));
  }

  @Test
  void aMailboxThatIsStoppedOrWhoseOwnerHasLeftIsNoWay() {
    history();
    night();
    jdbc.sql("update customer set phone = null where id = :c").param("c", lost.value()).update();
    assertThat(explained().worth().channel()).isEqualTo(Channel.EMAIL);
    stop("lost@example.org");
    assertThat(explained().worth().channel()).isEqualTo(Channel.NONE);
    jdbc.sql("update suppression set lifted_at = now()").update();
    assertThat(explained().worth().channel()).isEqualTo(Channel.EMAIL);
    jdbc.sql(
            """
            insert into person (customer_id, source, external_id, email, left_on) values (:c, 'test', 'p', 'Lost@example.org', :d)
            """)
        .param("c", lost.value())
        .param("d", DAY)
        .update();
    assertThat(explained().worth().channel()).isEqualTo(Channel.NONE);
  }

  private void stop(String address) {
    jdbc.sql("insert into mail_address (address_hash) values (address_hash(:a))")
        .param("a", address)
        .update();
    jdbc.sql(
            """
            insert into suppression (address_hash, reason) values (address_hash(:a), 'hard_bounce')
            """)
        .param("a", address)
        .update();
  }

  /** He is weighed with the rung that would write to him, and no other (judged.sql); DEC-17. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "mode = 'live'; 10",
        "mode = 'off'; 0",
        "mode = 'live', reasons = '{price}'; 0",
        "mode = 'live', channel = 'email'; 0",
        "mode = 'live', unit = 'rhythm', amount = 5; 10",
        "mode = 'live', unit = 'rhythm', amount = 5.1; 0",
        "mode = 'live', since = '2026-06-01', backlog = false; 0"
      })
  void thePercentIsThatOfTheRungThatWouldWriteToHim(String rung, int percent) {
    history();
    jdbc.sql("update rung set mode = 'off' where number > 1").update();
    jdbc.sql("update customer set phone = null, phone_e164 = null").update();
    jdbc.sql("update rung set " + rung + " where number = 1").update();
    night();
    assertThat(stored()).containsEntry("percent", percent);
  }

  /** The judgement of letters and the scales cannot say two things of one customer. */
  @Test
  void whomTheScalesWriteToTheLadderWritesTo() {
    var customers = everyKindOfCustomer();
    history();
    jdbc.sql("update rung set mode = 'live', backlog = true, since = :d where number > 0")
        .param("d", DAY)
        .update();
    night();
    assertThat(weighed()).hasSize(customers.size()).allSatisfy(OpenWayTest::agrees);
    jdbc.sql("update rung set channel = 'any'").update();
    night();
    assertThat(weighed()).allSatisfy(OpenWayTest::agrees);
  }

  private static void agrees(Weighed one) {
    if (!one.channel().equals("call")) {
      assertThat(one.channel().equals("email"))
          .as(one.toString())
          .isEqualTo(one.because() == null || !OF_PERSON.contains(one.because()));
    }
  }

  private record Weighed(String ref, String channel, @Nullable String because) {}

  private List<Weighed> weighed() {
    return jdbc.sql(
            """
            select c.ref, w.channel, t.hold_reason as because
              from customer c
              join lapse l on l.customer_id = c.id
              join lapse_worth w on w.lapse_id = l.id
              join letter t on t.lapse_id = l.id and t.rung > 0
             where c.ref like 'W-%'
            """)
        .query(Weighed.class)
        .list();
  }

  private List<CustomerId> everyKindOfCustomer() {
    var customers = new ArrayList<CustomerId>();
    for (var phone : Arrays.asList("+33123456789", null)) {
      for (var consent : Arrays.asList(true, false, null)) {
        for (var preferred : Arrays.asList("phone", "email", "sms", "none", null)) {
          for (var email : List.of("good", "stopped", "bad address")) {
            customers.add(customer(customers.size(), phone, consent, preferred, email));
          }
        }
      }
    }
    return customers;
  }

  private CustomerId customer(
      int n,
      @Nullable String phone,
      @Nullable Boolean consent,
      @Nullable String preferred,
      String email) {
    var address = email.contains(" ") ? email : "w" + n + "@example.org";
    var id =
        stories
            .aCustomer("W-" + n)
            .phone(phone)
            .consent(consent)
            .email(address)
            .buyingEvery(30)
            .times(3)
            .silentFor(100)
            .save();
    jdbc.sql("update customer set preferred_channel = :p where id = :c")
        .param("p", preferred)
        .param("c", id.value())
        .update();
    if (email.equals("stopped")) {
      stop(address);
    }
    return id;
  }
}
