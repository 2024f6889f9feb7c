package dev.winback.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winback.customer.Customers;
import dev.winback.customer.Suppressions;
import dev.winback.customer.Suppressions.Reason;
import dev.winback.importing.Facts;
import dev.winback.importing.ImportType;
import dev.winback.staff.Actor;
import dev.winback.testing.CoreTest;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
  @Autowired Suppressions suppressions;
  @Autowired Facts facts;
  @Autowired Stories stories;
  @Autowired MovableClock clock;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  private Actor manager;

  @BeforeEach
  void aBackupOfTwoCustomers() {
    manager = stories.manager();
    stories.aCustomer("K-7").named("Zenobia").email("zenobia@example.org").silentFor(121).save();
    stories.aCustomer("K-8").email(MAILBOX).consent(true).silentFor(121).save();
    assertThat(list.open(directory)).isZero();
    backup();
  }

  @AfterEach
  void stop() {
    list.close();
    jdbc.sql("drop schema if exists backup cascade").update();
  }

  @Test
  void whoWasErasedSinceIsErasedAgain() {
    customers.erase("K-7", manager);
    var until = one("select until::text from erased_ref");
    restore();
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
    restore();
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
    restore();

    assertThat(list.open(directory)).isZero();
    assertThat(suppressions.stopped(MAILBOX)).isFalse();
  }

  /** The backup is older than the customer himself: his number is known as erased all the same. */
  @Test
  void aCustomerWhomTheBackupDoesNotKnowIsNotLoadedAgain() {
    stories.aCustomer("K-9").silentFor(30).save();
    customers.erase("K-9", manager);
    restore();
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
  void aLineThatACrashCutOffIsNone() throws IOException {
    customers.erase("K-7", manager);
    try (var files = Files.list(directory)) {
      var file = files.findFirst().orElseThrow();
      assertThat(Files.readString(file)).doesNotContain("K-7").doesNotContain("zenobia");
      Files.writeString(file, "stopped 2026-06-0", StandardOpenOption.APPEND);
    }
    suppressions.stop(MAILBOX, Reason.OBJECTION, null);
    list.follow();
    restore();
    assertThat(list.open(directory)).isGreaterThan(1);
    assertThat(suppressions.stopped(MAILBOX)).isTrue();
  }

  @Test
  void anotherDatabaseHasAnotherList() {
    customers.erase("K-7", manager);
    restore();
    jdbc.sql("update firm set identity = gen_random_uuid()").update();
    assertThat(list.open(directory)).isZero();
    assertThat(one("select name from customer where ref = 'K-7'")).isEqualTo("Zenobia");
  }

  private String one(String sql) {
    return jdbc.sql(sql).query(String.class).single();
  }

  private void backup() {
    jdbc.sql("create schema backup").update();
    tables()
        .forEach(
            table ->
                jdbc.sql("create table backup.%1$s as table public.%1$s".formatted(table))
                    .update());
  }

  /** Every table is as it was at the backup. */
  private void restore() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local session_replication_role = replica").update();
          tables().forEach(table -> jdbc.sql("delete from public." + table).update());
          tables().forEach(this::restore);
        });
  }

  private void restore(String table) {
    var columns =
        jdbc.sql(
                """
                select string_agg(quote_ident(attname), ', ') from pg_attribute
                where attrelid = ('public.' || :table)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                """)
            .param("table", table)
            .query(String.class)
            .single();
    jdbc.sql(
            "insert into public.%1$s (%2$s) overriding system value select %2$s from backup.%1$s"
                .formatted(table, columns))
        .update();
  }

  private List<String> tables() {
    return jdbc.sql(
            "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'")
        .query(String.class)
        .list();
  }
}
