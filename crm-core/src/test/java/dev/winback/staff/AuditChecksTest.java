package dev.winback.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** hold.md, T61: who looks at the audit is told what was found, also after a node was killed. */
@CoreTest
class AuditChecksTest {

  @Autowired AuditChecks checks;
  @Autowired AuditCheckWorker worker;
  @Autowired Audit audit;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor admin;

  @BeforeEach
  void someActs() {
    admin = stories.admin();
    for (int i = 0; i < 5; i++) {
      audit.happened(admin, "act", "customer", i, Map.of());
    }
  }

  @Test
  void aShortOneIsOverAtOnceAndTheNewestIsKept() {
    assertThat(checks.newest(admin)).isEmpty();
    checks.start(admin);
    checks.start(admin);
    var check = checks.newest(admin).orElseThrow();
    assertThat(check.running()).isFalse();
    assertThat(Objects.requireNonNull(check.found()).whole()).isTrue();
    assertThat(check.entries()).as("the first look is an act").isEqualTo(6);
    assertThat(check.percent()).isEqualTo(100);
    assertThat(jdbc.sql("select count(*) from audit_check").query(Long.class).single()).isOne();
  }

  /** Its lease is over: whoever comes next begins anew, and the look is one act. */
  @Test
  void whatAKilledNodeLeftIsBegunAnew() {
    checks.start(admin);
    jdbc.sql(
            """
            update audit_check set finished_at = null, node = 'killed', looked = 3, head = null,
                   lease_until = clock_timestamp() + interval '1 hour'
            """)
        .update();
    checks.start(admin);
    assertThat(checks.newest(admin).orElseThrow().running()).as("somebody has it").isTrue();
    assertThat(checks.newest(admin).orElseThrow().percent()).isEqualTo(60);
    jdbc.sql("update audit_check set lease_until = clock_timestamp() - interval '1 second'")
        .update();
    worker.workNow();
    assertThat(checks.newest(admin).orElseThrow().running()).isFalse();
    assertThat(looks()).isEqualTo(2);
    worker.workNow();
    assertThat(looks()).isEqualTo(2);
  }

  private long looks() {
    return jdbc.sql("select count(*) from audit where action = 'audit.checked'")
        .query(Long.class)
        .single();
  }

  @Test
  void whoHasLeftMeanwhileIsNotNamed() {
    checks.start(admin);
    jdbc.sql("update audit_check set finished_at = null, lease_until = null").update();
    jdbc.sql("update member set active = false").update();
    worker.workNow();
    assertThat(
            jdbc.sql("select member_id is null from audit order by id desc limit 1")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void onlyAnAdministratorLooks() {
    assertThatThrownBy(() -> checks.start(stories.manager())).isInstanceOf(NotAllowed.class);
    assertThatThrownBy(() -> checks.newest(stories.manager())).isInstanceOf(NotAllowed.class);
  }
}
