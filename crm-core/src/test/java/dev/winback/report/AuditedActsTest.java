package dev.winback.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.winback.customer.Customers;
import dev.winback.customer.Merges;
import dev.winback.letter.Ladder;
import dev.winback.shared.NotFound;
import dev.winback.staff.Actor;
import dev.winback.staff.AuditChain;
import dev.winback.staff.Memberships;
import dev.winback.staff.NewMember;
import dev.winback.staff.Role;
import dev.winback.task.WorkRules;
import dev.winback.testing.CoreTest;
import dev.winback.testing.Stories;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** hold.md, T61 and I13: each kind of act is exactly one entry, in the transaction of the act. */
@CoreTest
class AuditedActsTest {

  @Autowired Customers customers;
  @Autowired Merges merges;
  @Autowired Memberships members;
  @Autowired WorkRules work;
  @Autowired Ladder ladder;
  @Autowired AuditChain chain;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  private Actor admin;
  private Actor manager;

  @BeforeEach
  void start() {
    admin = stories.admin();
    manager = stories.manager();
    stories.aCustomer("A-1").save();
    stories.aCustomer("A-2").save();
  }

  @Test
  void aMergeAndItsUndoAreOneEach() {
    long merge = merges.merge("A-1", "A-2", Set.of(), manager);
    merges.part("A-1", merge, manager);
    assertEntries("MERGE customer.merged", "MERGE customer.parted");
  }

  @Test
  void anErasureIsOneAndNamesAKeyThatNobodyElseHas() {
    customers.erase("A-1", admin);
    assertEntries("ERASURE customer.erased");
    assertThatThrownBy(() -> customers.erase("A-1", admin)).isInstanceOf(NotFound.class);
    assertEntries("ERASURE customer.erased");
    assertThat(jdbc.sql("select a::text from audit a").query(String.class).single())
        .doesNotContain("A-1", "a-1");
  }

  @Test
  void aMemberWhoComesAndGoesIsOneEachWithHisRole() {
    var anna = members.hire(new NewMember("anna", "Anna", null, Role.REP, "twelve signs"), admin);
    members.retire(anna, null, admin);
    members.takeBack(anna, admin);
    assertEntries(
        "MEMBER member.hired REP", "MEMBER member.retired REP", "MEMBER member.taken-back REP");
  }

  @Test
  void aSettingIsOneForEachChange() {
    work.change(work.settings(), manager);
    work.keep(new WorkRules.Holiday(LocalDate.of(2027, 1, 6), "Epiphany"), manager);
    work.drop(LocalDate.of(2027, 1, 6), manager);
    work.drop(LocalDate.of(2027, 1, 7), manager);
    assertEntries("SETTING work.changed", "SETTING holiday.kept", "SETTING holiday.dropped");
  }

  @Test
  void aLetterThatIsWrittenAnewIsOne() {
    var marketing = stories.marketing();
    ladder.rewrite(1, ladder.template(1, marketing).template(), marketing);
    assertEntries("TEMPLATE rewrite");
  }

  private void assertEntries(String... entries) {
    assertThat(entries()).containsExactly(entries);
    assertThat(chain.check(admin).whole()).isTrue();
  }

  private List<String> entries() {
    return jdbc.sql(
            """
            select kind || ' ' || action || coalesce(' ' || case when kind = 'MEMBER' then detail ->> 'role' end, '')
              from audit order by id
            """)
        .query(String.class)
        .list();
  }
}
