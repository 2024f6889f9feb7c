package dev.winback.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.customer.Suppressions;
import dev.winback.customer.Suppressions.Reason;
import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** I12, R1: a restored backup does not forget who was erased and who has opted out since. */
@CoreTest
class ErasureListTest {

  private static final String MAILBOX = "otto@example.org";

  @TempDir Path directory;
  @Autowired ErasureList list;
  @Autowired Customers customers;
  @Autowired Merges merges;
  @Autowired Suppressions suppressions;
  @Autowired Facts facts;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private Actor manager;
  private Backup backup;

  @BeforeEach
  void aBackupOfTwoCustomers() {
    manager = stories.manager();
    stories.aCustomer("K-7").named("Zenobia").email("zenobia@example.org").silentFor(121).save();
    stories.aCustomer("K-8").email(MAILBOX).consent(true).silentFor(121).save();
    assertThat(list.open(directory)).isZero();
    backup = new Backup(jdbc, transaction);
    backup.make();
  }

  @AfterEach
  void stop() {
    list.close();
    backup.drop();
  }

  @Test
  void whoWasErasedSinceIsErasedAgain() {
    customers.erase("K-7", manager);
    var until = one("select until::text from erased_ref");
    backup.restore();
    assertThat(one("select name from customer where ref = 'K-7'")).isEqualTo("Zenobia");

    assertThat(list.open(directory)).isPositive();

    assertThat(one("select count(*) from customer where ref = 'K-7' or name = 'Zenobia'"))
        .isEqualTo("0");
    assertThat(suppressions.stopped("zenobia@example.org")).isTrue();
    assertThat(one("select until::text from erased_ref")).isEqualTo(until);
    assertThat(list.open(directory)).isZero();
  }

  @Test
  void whoHasOptedOutSinceGetsNoLetter() {
    suppressions.stop(MAILBOX, Reason.UNSUBSCRIBED, null);
    list.follow();
    backup.restore();
    assertThat(suppressions.stopped(MAILBOX)).isFalse();

    assertThat(list.open(directory)).isEqualTo(1);

    assertThat(suppressions.stopped(MAILBOX)).isTrue();
    assertThat(one("select email_consent from customer where ref = 'K-8'")).isEqualTo("f");
    assertThat(list.open(directory)).isZero();
  }

  @Test
  void anOptOutThatWasUndoneStaysUndone() {
    suppressions.stop(MAILBOX, Reason.UNSUBSCRIBED, null);
    list.follow();
    suppressions.restore(MAILBOX, Reason.UNSUBSCRIBED, Duration.ofMinutes(5));
    list.follow();
    backup.restore();

    assertThat(list.open(directory)).isZero();
    assertThat(suppressions.stopped(MAILBOX)).isFalse();
  }

  /**
   * Whoever did it stands in the audit that the backup has forgotten; there may be no member yet.
   */
  @Test
  void nobodyIsSaidToHaveErasedHimAgain() {
    customers.erase("K-7", manager);
    backup.restore();
    list.open(directory);
    assertThat(
            one(
                "select coalesce(member_id::text, 'nobody') || ' ' || detail::text from audit where action = 'customer.erased'"))
        .isEqualTo("nobody {\"replayed\": true}");
  }

  /** They were one at the time of the backup, and had been taken apart when one was erased. */
  @Test
  void whoWasOnlyMergedWithTheErasedOneStays() {
    long merge = merges.merge("K-8", "K-7", Set.of(), manager);
    backup.make();
    merges.part("K-8", merge, manager);
    customers.erase("K-7", manager);
    backup.restore();
    list.open(directory);
    assertThat(one("select count(*) from customer where ref = 'K-8' and erased_at is null"))
        .isEqualTo("1");
    assertThat(one("select count(*) from erased_ref")).isEqualTo("0");

    merges.part("K-8", merge, manager);
    assertThat(list.open(directory)).isPositive();
    assertThat(one("select count(*) from customer where name = 'Zenobia'")).isEqualTo("0");
    assertThat(one("select count(*) from customer where ref = 'K-8' and erased_at is null"))
        .isEqualTo("1");
  }

  @Test
  void whoIsErasedWithTheRecordsThatAreHisIsErasedWithThemAgain() {
    merges.merge("K-8", "K-7", Set.of(), manager);
    backup.make();
    customers.erase("K-8", manager);
    backup.restore();
    list.open(directory);
    assertThat(one("select count(*) from customer where erased_at is null")).isEqualTo("0");
    assertThat(list.open(directory)).isZero();
  }

  /** The backup is older than the customer himself: his number is known as erased all the same. */
  @Test
  void aCustomerWhomTheBackupDoesNotKnowIsNotLoadedAgain() {
    stories.aCustomer("K-9").silentFor(30).save();
    customers.erase("K-9", manager);
    backup.restore();
    list.open(directory);

    assertThat(one("select count(*) from erased_ref where customer_id is null")).isEqualTo("1");
    clock.setDay(MovableClock.START.plusDays(5));
    facts.record(ImportType.PURCHASES, List.of(purchase("2026-06-02")), null, manager);
    assertThat(one("select count(*) from customer where ref = 'K-9'")).isEqualTo("1");
    assertThat(list.open(directory)).isZero();
    assertThat(one("select count(*) from customer where ref = 'K-9'")).isEqualTo("1");
  }

  private static Map<String, String> purchase(String time) {
    return Map.of("customer", "K-9", "time", time, "amount", "10", "purchase", "p1");
  }

  @Test
  void anotherDatabaseHasAnotherList() {
    customers.erase("K-7", manager);
    backup.restore();
    jdbc.sql("update firm set identity = gen_random_uuid(), erasures_begun = false").update();
    assertThat(list.open(directory)).isZero();
    assertThat(one("select name from customer where ref = 'K-7'")).isEqualTo("Zenobia");
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }
}
