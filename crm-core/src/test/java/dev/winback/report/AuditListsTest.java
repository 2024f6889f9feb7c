package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.CustomerId;
import dev.winback.customer.Merges;
import dev.winback.shared.Pieces;
import dev.winback.shared.Refused;
import dev.winback.shared.Sql;
import dev.winback.staff.Actor;
import dev.winback.staff.Audit;
import dev.winback.staff.NotAllowed;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** hold.md, T61: who read a person, who did what, newest first, for administrators alone. */
@CoreTest
class AuditListsTest {

  @Autowired AuditLists lists;
  @Autowired CustomerLooks looks;
  @Autowired Merges merges;
  @Autowired Audit audit;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Actor admin;
  private Actor manager;
  private Actor rep;
  private CustomerId customer;

  @BeforeEach
  void start() {
    admin = stories.admin();
    manager = stories.manager();
    rep = stories.rep("rita");
    customer = stories.aCustomer("A-1").ownedBy(rep).save();
  }

  @Test
  void aLookAtAnothersCustomerIsAnEntryAndOneAtHisOwnIsNone() {
    looks.atCustomer("A-1", "/customers/{ref}", manager);
    looks.atCustomer("A-1", "/customers/{ref}", rep);
    looks.atCustomer("nobody", "/customers/{ref}", manager);
    var own = stories.aCustomer("B-1").ownedBy(manager).save();
    looks.atCustomer("B-1", "/customers/{ref}", manager);
    assertThat(own).isNotEqualTo(customer);
    var seen = of("A-1");
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).member()).isEqualTo(manager.name());
    assertThat(seen.get(0).customer()).isEqualTo("A-1");
    assertThat(of("B-1")).isEmpty();
    assertThat(of("nobody")).as("nobody is not everybody").isEmpty();
  }

  @Test
  void aLookAtALossOfHisIsALookAtHim() {
    long lapse = lapse();
    looks.at(CustomerLooks.Of.LAPSE, lapse, "/lapses/{id}", manager);
    looks.at(CustomerLooks.Of.LAPSE, lapse + 1, "/lapses/{id}", manager);
    audit.happened(manager, "lapse.assigned", "lapse", lapse, Map.of());
    assertThat(of("A-1"))
        .extracting(AuditRow::action)
        .containsExactly("lapse.assigned", "customer.read");
  }

  private long lapse() {
    return jdbc.sql(
            """
            insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, value_year, currency)
            values (:customer, 1, 'LOST', '2026-01-01', 'silent', '2025-10-01', 1, 'EUR') returning id
            """)
        .param("customer", customer.value())
        .query(Long.class)
        .single();
  }

  @Test
  void whoReadHimBeforeHeWasMergedIsFoundUnderHisNumberNow() {
    looks.at(CustomerLooks.Of.LAPSE, lapse(), "/lapses/{id}", manager);
    audit.happened(manager, "lapse.assigned", "lapse", lapseOf(), Map.of());
    stories.aCustomer("C-1").save();
    merges.merge("C-1", "A-1", Set.of(), manager);
    assertThat(of("C-1")).extracting(AuditRow::action).contains("lapse.assigned", "customer.read");
  }

  private long lapseOf() {
    return jdbc.sql("select id from lapse where customer_id = :customer")
        .param("customer", customer.value())
        .query(Long.class)
        .single();
  }

  @Test
  void entriesAreFoundByMemberKindAndDays() {
    audit.happened(manager, "login", "member", manager.member(), Map.of());
    audit.happened(rep, "logout", "member", rep.member(), Map.of());
    audit.happened(admin, "export", "list", 0, Map.of("list", "lost"));
    assertThat(actions(new AuditFilter("rita", null, null, null, null, null)))
        .containsExactly("logout");
    assertThat(actions(new AuditFilter(null, "login", null, null, null, null)))
        .containsExactly("logout", "login");
    assertThat(actions(new AuditFilter("admin", "export", null, null, null, null)))
        .containsExactly("export");
    assertThat(actions(new AuditFilter(null, null, "2199-01-01", null, null, null))).isEmpty();
    assertThat(actions(new AuditFilter(null, null, "2020-01-01", "2199-01-01", null, null)))
        .hasSize(3);
    assertThat(actions(new AuditFilter("who", null, null, null, null, null))).isEmpty();
    assertThat(actions(new AuditFilter(null, null, null, null, null, "login")))
        .containsExactly("login");
    assertThat(actions(new AuditFilter(null, null, null, null, null, "nonsense"))).isEmpty();
    assertThatThrownBy(() -> actions(new AuditFilter(null, "nonsense", null, null, null, null)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void eachActThatHasHappenedIsNamedOnce() {
    assertThat(lists.acts(admin)).isEmpty();
    for (var act : List.of("login", "export", "login", "logout", "export")) {
      audit.happened(admin, act, "member", 1, Map.of());
    }
    assertThat(lists.acts(admin)).containsExactly("export", "login", "logout");
    assertThatThrownBy(() -> lists.acts(manager)).isInstanceOf(NotAllowed.class);
  }

  @Test
  void pagesGoOnWhereTheLastOneEndedAndTheFileHasAll() {
    for (int i = 0; i < 120; i++) {
      audit.happened(admin, "act", "letter", i, Map.of());
    }
    var all = new AuditFilter(null, null, null, null, null, null);
    var numbers = new ArrayList<Long>();
    String after = null;
    do {
      var page = lists.page(all, after, admin);
      page.items().forEach(row -> numbers.add(row.subjectId()));
      after = page.next();
    } while (after != null);
    assertThat(numbers).hasSize(120).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    var written = new ArrayList<Long>();
    lists.export(all, admin, row -> written.add(row.subjectId()));
    assertThat(written).isEqualTo(numbers);
  }

  @Test
  void onlyAnAdministratorReadsIt() {
    assertThatThrownBy(
            () -> lists.page(new AuditFilter(null, null, null, null, null, null), null, manager))
        .isInstanceOf(NotAllowed.class);
  }

  /**
   * "Who read person P" in a second at 50 million rows: by indexes alone, however many there are.
   */
  @Test
  void nobodyReadsTheWholeAuditForOneCustomer() {
    var plan = plan(Map.of("customer", customer.value()));
    assertThat(plan)
        .contains("audit_subject", "customer_merged")
        .doesNotContain("Seq Scan on audit");
    assertThat(plan(Map.of("everybody", true, "kind", "READ"))).contains("audit_kind");
    long member = admin.member();
    assertThat(plan(Map.of("everybody", true, "member", member))).contains("audit_member ");
    assertThat(plan(Map.of("everybody", true, "member", member, "kind", "READ")))
        .contains("audit_member_kind");
    assertThat(plan(Map.of("everybody", true, "act", "rare"))).contains("audit_action");
    assertThat(plan(Map.of("everybody", true))).contains("audit_newest");
  }

  private String plan(Map<String, Object> asked) {
    var params = new HashMap<String, @Nullable Object>(asked);
    var sql = Pieces.limited(Pieces.asked(Sql.of(AuditLists.class, "audit.sql"), params), 51);
    return Objects.requireNonNull(
        transaction.execute(
            tx -> {
              tx.setRollbackOnly();
              manyEntries();
              jdbc.sql("set local enable_seqscan = off").update();
              return String.join(
                  "\n", jdbc.sql("explain " + sql).params(params).query(String.class).list());
            }));
  }

  /** Of a table that is nearly empty each plan costs the same. */
  private void manyEntries() {
    jdbc.sql(
            """
            insert into audit (created_at, member_id, kind, action, subject, detail)
            select now() - i * interval '1 minute', case when i % 10 = 0 then :member end,
                   (array['READ', 'ACT', 'LOGIN', 'EXPORT', 'DENIAL', 'OFFER', 'SETTING'])[1 + i % 7], 'x', 'y', '{}'
              from generate_series(1, 7000) i
            """)
        .param("member", admin.member())
        .update();
    jdbc.sql("analyze audit").update();
  }

  private List<String> actions(AuditFilter filter) {
    return lists.page(filter, null, admin).items().stream().map(AuditRow::action).toList();
  }

  private List<AuditRow> of(String ref) {
    return lists.page(new AuditFilter(null, null, null, null, ref, null), null, admin).items();
  }
}
