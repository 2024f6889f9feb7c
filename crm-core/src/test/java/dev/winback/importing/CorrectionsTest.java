package dev.winback.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Suppressions;
import dev.winback.nightly.NightlyRun;
import dev.winback.shared.NotFound;
import dev.winback.shared.Refused;
import dev.winback.staff.Actor;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** api.md, {@code PUT /customers/{ref}}: a customer changed by hand under the checks of files. */
@CoreTest
class CorrectionsTest {

  @Autowired Corrections corrections;
  @Autowired Suppressions suppressions;
  @Autowired NightlyRun nightly;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired Loading loading;

  private Actor manager;
  private Actor owner;

  @BeforeEach
  void aLateCustomer() {
    manager = stories.manager();
    owner = stories.rep("ann");
    stories.rep("bob");
    stories.aCustomer("K-1").silentFor(121).ownedBy(owner).consent(null).save();
  }

  private void correct(Map<String, String> fields, Actor actor) {
    corrections.correct("K-1", fields, null, actor);
  }

  private String one(String sql) {
    return String.valueOf(jdbc.sql(sql).query(String.class).optional().orElse(null));
  }

  private String facts() {
    return one("select concat_ws(' ', city, phone, note, version) from customer");
  }

  @Test
  void onlyWhatIsNamedChangesAndWhatItWasIsKept() {
    correct(Map.of("city", "'s-Hertogenbosch", "phone", ""), owner);

    assertThat(facts()).isEqualTo("'s-Hertogenbosch 1");
    assertThat(one("select was ->> 'city' from customer_history")).isEqualTo("Lyon");
    assertThat(one("select detail ->> 'fields' from audit")).contains("city", "phone");
  }

  @Test
  void theSameTwiceIsOneChange() {
    correct(Map.of("note", "calls back"), owner);
    correct(Map.of("note", "calls back"), owner);

    assertThat(one("select version from customer")).isEqualTo("1");
    assertThat(one("select count(*) from customer_history")).isEqualTo("1");
    assertThat(one("select count(*) from audit")).isEqualTo("1");
  }

  /** Art. 7: a form sends all its fields, and the number is no reason to refuse his no. */
  @Test
  void aNumberThatStandsThereIsNotJudgedAgain() {
    jdbc.sql("update customer set phone = '+90 12', email = 'no address'").update();
    var form = Map.of("phone", "+90 12", "email", "no address", "email_consent", "no");
    correct(form, owner);
    assertThat(one("select email_consent from customer")).isEqualTo("f");
    assertThat(one("select phone || email from customer")).isEqualTo("+90 12no address");
    for (var wrong : List.of(Map.of("phone", "+90 13"), Map.of("email", "no other"))) {
      assertThatThrownBy(() -> correct(wrong, owner)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void whoReadAnOlderVersionChangesNothing() {
    corrections.correct("K-1", Map.of("note", "first"), 0L, owner);

    assertThatThrownBy(() -> corrections.correct("K-1", Map.of("note", "second"), 0L, manager))
        .isInstanceOf(OptimisticLockingFailureException.class);
    assertThat(one("select note from customer")).isEqualTo("first");
  }

  @ParameterizedTest
  @CsvSource({
    "email,no address,email",
    "phone,none,phone",
    "time_zone,Europe/Nowhere,zone",
    "call_from,25:00,time",
    "status,gone,word",
    "email_consent,perhaps,flag",
    "owner,nobody,member",
    "shoe_size,44,unknown-field"
  })
  void aWrongValueNamesItsField(String field, String value, String problem) {
    assertThatThrownBy(() -> correct(Map.of(field, value), manager))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.field()).isEqualTo(field);
              assertThat(refused.sentence().key()).isEqualTo("importing.error." + problem);
            });
    assertThat(one("select version from customer")).isEqualTo("0");
  }

  /** CAL-08: they used to be taken, and nobody kept to them. */
  @Test
  void hoursThatEndBeforeTheyBeginAreRefusedAlsoAgainstTheEndThatIsKnown() {
    correct(Map.of("call_from", "10:00"), owner);
    for (var wrong :
        List.of(
            Map.of("call_from", "18:00", "call_until", "09:00"), Map.of("call_until", "10:00"))) {
      assertThatThrownBy(() -> correct(wrong, owner))
          .isInstanceOfSatisfying(
              Refused.class, refused -> assertThat(refused.field()).isEqualTo("call_until"));
    }
    correct(Map.of("call_until", "10:30"), owner);
    assertThat(one("select call_from || ' ' || call_until from customer"))
        .isEqualTo("10:00:00 10:30:00");
  }

  @Test
  void aRepChangesHisOwnCustomersButNotTheirOwner() {
    assertThatThrownBy(() -> correct(Map.of("note", "x"), stories.rep("cid")))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> correct(Map.of("note", "x"), stories.marketing()))
        .isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> correct(Map.of("owner", "bob"), owner)).isInstanceOf(NotAllowed.class);
    correct(Map.of("owner", "ann", "note", "mine"), owner);
    correct(Map.of("owner", "bob"), manager);

    assertThat(
            one(
                "select login || ' ' || owner_since from customer c join member m on m.id = c.owner_id"))
        .isEqualTo("bob 2026-06-01");
  }

  @Test
  void aConsentIsDatedAndAYesSaysItsSource() {
    assertThatThrownBy(() -> correct(Map.of("email_consent", "yes"), owner))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo("consent_source"));
    correct(Map.of("email_consent", "yes", "consent_source", "form 12"), owner);
    assertThat(consent()).isEqualTo("t form 12 2026-06-01");

    clock.setDay(MovableClock.START.plusDays(1));
    correct(Map.of("email_consent", "yes"), owner);
    assertThat(consent()).isEqualTo("t form 12 2026-06-01");
    correct(Map.of("email_consent", "no"), owner);
    assertThat(consent()).isEqualTo("f by_hand 2026-06-02");
  }

  private String consent() {
    return one(
        "select concat_ws(' ', email_consent, consent_source, consent_at::date) from customer");
  }

  @ParameterizedTest
  @CsvSource({
    "left,GONE",
    "deceased,GONE",
    "bankrupt,GONE",
    "non_client,NON_CLIENT",
    "never_contact,REFUSED"
  })
  void aStatusThatEndsContactEndsTheLoss(String status, String exit) {
    nightly.run(MovableClock.START);
    assertThat(one("select stage from lapse")).isEqualTo("LATE");
    assertThat(one("select count(*) from task where state = 'open'")).isEqualTo("1");

    correct(Map.of("status", status), stories.admin());
    correct(Map.of("status", status), manager);

    assertThat(one("select stage || ' ' || close_reason from lapse"))
        .isEqualTo(exit + " " + status);
    assertThat(one("select count(*) from task where state = 'open'")).isEqualTo("0");
    assertThat(one("select count(*) from lapse_event where kind = 'closed'")).isEqualTo("1");
    assertThat(suppressions.stopped("k-1@example.org")).isEqualTo(status.equals("never_contact"));
  }

  /** DET-23 by a file, twice: the day before it a late customer, after it nobody to win back. */
  @ParameterizedTest
  @CsvSource({"left,GONE", "deceased,GONE", "bankrupt,GONE", "non_client,NON_CLIENT"})
  void aStatusInAFileEndsTheLossToo(String status, String exit) {
    nightly.run(MovableClock.START);
    var file = "customer,status\n" + one("select ref from customer") + "," + status + "\n";

    loading.load(file);
    loading.load(file);

    assertThat(one("select stage || ' ' || close_reason from lapse"))
        .isEqualTo(exit + " " + status);
    assertThat(one("select count(*) from task where state = 'open'")).isEqualTo("0");
    assertThat(one("select count(*) from lapse_event where kind = 'closed'")).isEqualTo("1");
  }

  @Test
  void anotherFieldOfALateCustomerEndsNothing() {
    nightly.run(MovableClock.START);

    correct(Map.of("status", "active", "city", "Nice"), manager);

    assertThat(one("select stage from lapse")).isEqualTo("LATE");
  }
}
