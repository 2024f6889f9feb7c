package dev.winback.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** hold.md, T61 and I13: no entry is deleted, changed or moved without being found. */
@CoreTest
class AuditChainTest {

  private static final int ENTRIES = 200;
  private static final int TAMPERED = Integer.getInteger("audit.tampered", 20);

  @Autowired Audit audit;
  @Autowired AuditChain chain;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Actor admin;

  @BeforeEach
  void someActs() {
    admin = stories.admin();
    IntStream.range(0, ENTRIES).forEach(this::act);
  }

  private void act(int number) {
    audit.happened(admin, "act", "customer", number, Map.of("number", number));
  }

  @Test
  void whatNobodyTouchedIsWhole() {
    var check = chain.check(admin);
    assertThat(check.whole()).isTrue();
    assertThat(check.entries()).isEqualTo(ENTRIES);
    assertThat(check.head()).matches("[0-9a-f]{64}");
    chain.checked(check, admin);
    assertThat(chain.check(admin).entries()).as("a look is an act").isEqualTo(ENTRIES + 1);
  }

  /** Each kind of change on random entries, one at a time, and each is found where it is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit set detail = '{}' where id = :id",
        "update audit set member_id = null where id = :id",
        "update audit set created_at = created_at + interval '1 microsecond' where id = :id",
        "update audit set action = 'other' where id = :id",
        "update audit_link set hash = sha256('x') where audit_id = :id"
      })
  void anEntryThatWasChangedIsFound(String change) {
    new Random(61)
        .ints(TAMPERED, 1, ENTRIES + 1)
        .distinct()
        .mapToObj(n -> entry(n))
        .forEach(id -> assertFoundAt(id, change));
  }

  private void assertFoundAt(long id, String change) {
    transaction.executeWithoutResult(
        tx -> {
          tamper(change, id);
          var check = chain.check(admin);
          assertThat(check.fault()).as(change).isEqualTo("changed");
          assertThat(check.entry()).as(change).isEqualTo(id);
          tx.setRollbackOnly();
        });
    assertThat(chain.check(admin).whole()).isTrue();
  }

  @Test
  void anEntryThatWasDeletedIsFoundWithAndWithoutItsLink() {
    new Random(61)
        .ints(TAMPERED, 1, ENTRIES)
        .forEach(
            n -> {
              assertThat(faultAfter("delete from audit where id = :id", entry(n)))
                  .isEqualTo("missing");
              assertThat(
                      faultAfter(
                          "with l as (delete from audit_link where audit_id = :id) delete from audit where id = :id",
                          entry(n)))
                  .isEqualTo("missing");
            });
  }

  @Test
  void theNewestEntriesCannotGoUnseenAfterALook() {
    chain.checked(chain.check(admin), admin);
    assertThat(
            faultAfter(
                "with l as (delete from audit_link where audit_id >= :id) delete from audit where id >= :id",
                entry(ENTRIES - 2)))
        .isEqualTo("end");
  }

  @Test
  void twoEntriesThatChangedPlacesAreFound() {
    new Random(61)
        .ints(TAMPERED, 1, ENTRIES)
        .forEach(
            n ->
                assertThat(
                        faultAfter(
                            """
                            update audit_link l set audit_id = o.audit_id from audit_link o
                             where (l.audit_id = :id and o.place = l.place + 1) or (o.audit_id = :id and o.place = l.place - 1)
                            """,
                            entry(n)))
                    .isEqualTo("changed"));
  }

  @Test
  void anEntryThatNobodyMadeIsFound() {
    assertThat(
            faultAfter(
                "insert into audit (kind, action, subject, subject_id) values ('ACT', 'x', 'x', :id)",
                1))
        .isEqualTo("added");
  }

  private String faultAfter(String change, long id) {
    var fault =
        transaction.execute(
            tx -> {
              tamper(change, id);
              tx.setRollbackOnly();
              return String.valueOf(chain.check(admin).fault());
            });
    return String.valueOf(fault);
  }

  /** As somebody who owns the database: no trigger fires. */
  private void tamper(String change, long id) {
    jdbc.sql("set local session_replication_role = replica").update();
    jdbc.sql("alter table audit_link drop constraint audit_link_audit_id_key").update();
    assertThat(jdbc.sql(change).param("id", id).update()).as(change).isPositive();
  }

  private long entry(int place) {
    return jdbc.sql("select audit_id from audit_link where place = :place")
        .param("place", place)
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit set detail = '{}'",
        "delete from audit",
        "truncate audit",
        "update audit_link set hash = sha256('x')",
        "delete from audit_link",
        "truncate audit_link"
      })
  void theProgramItselfChangesAndDeletesNothing(String change) {
    assertThatThrownBy(() -> jdbc.sql(change).update())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("stays as it was written");
    assertThat(chain.check(admin).whole()).isTrue();
  }

  @Test
  void anActThatGoesBackLeavesNoGap() {
    transaction.executeWithoutResult(
        tx -> {
          act(1);
          tx.setRollbackOnly();
        });
    act(2);
    var check = chain.check(admin);
    assertThat(check.whole()).isTrue();
    assertThat(check.entries()).isEqualTo(ENTRIES + 1);
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void anActThatTakesLongHoldsNobodyUp() {
    transaction.executeWithoutResult(
        tx -> {
          act(1);
          CompletableFuture.runAsync(() -> act(2)).orTimeout(10, TimeUnit.SECONDS).join();
        });
    assertThat(chain.check(admin).whole()).isTrue();
  }

  @Test
  void actsOfManyAtOnceAreOneChain() {
    var many =
        IntStream.range(0, 8)
            .mapToObj(
                n -> CompletableFuture.runAsync(() -> IntStream.range(0, 25).forEach(this::act)))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(many).join();
    var check = chain.check(admin);
    assertThat(check.whole()).isTrue();
    assertThat(check.entries()).isEqualTo(ENTRIES + 200);
  }

  @Test
  void whatIsTooOldGoesFromTheBeginningAndTheRestIsAChain() {
    var last = entry(50);
    var moment = createdAt(last).plus(Duration.of(1, java.time.temporal.ChronoUnit.MICROS));
    int ended =
        java.util.Objects.requireNonNull(transaction.execute(tx -> chain.endBefore(moment)));
    assertThat(ended).isEqualTo(50);
    act(1);
    var check = chain.check(admin);
    assertThat(check.whole()).isTrue();
    assertThat(check.entries()).as("with the end and the act").isEqualTo(ENTRIES - 50 + 2);
    assertThat(
            jdbc.sql("select detail ->> 'place' from audit where action = 'audit.ended'")
                .query(String.class)
                .single())
        .isEqualTo("50");
    assertThat(faultAfter("update audit set detail = '{}' where id = :id", last + 1))
        .isEqualTo("changed");
  }

  private Instant createdAt(long id) {
    return jdbc.sql("select created_at from audit where id = :id")
        .param("id", id)
        .query((row, n) -> row.getObject(1, java.time.OffsetDateTime.class).toInstant())
        .single();
  }

  @Test
  void allMayGo() {
    var later = Instant.now().plus(Duration.ofDays(1));
    transaction.executeWithoutResult(tx -> chain.endBefore(later));
    assertThat(chain.check(admin).entries()).as("that it was ended").isOne();
    act(1);
    assertThat(chain.check(admin).whole()).isTrue();
  }

  @Test
  void whatSomebodyWroteInHisOwnWordsIsNotKeptInTheAudit() {
    audit.happened(admin, "act", "lapse", 1, Map.of("reason", "Zenobia wants", "rule", "x"));
    assertThat(
            jdbc.sql("select detail::text from audit where subject = 'lapse'")
                .query(String.class)
                .single())
        .isEqualTo("{\"rule\": \"x\"}");
  }

  @Test
  void onlyAnAdministratorLooks() {
    assertThatThrownBy(() -> chain.check(stories.manager())).isInstanceOf(NotAllowed.class);
  }
}
