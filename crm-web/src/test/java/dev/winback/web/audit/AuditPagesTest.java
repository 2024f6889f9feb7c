package dev.winback.web.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Audit;
import dev.winback.staff.AuditChecks;
import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** hold.md, T61: an administrator reads the audit, narrows it, takes it as a file and checks it. */
@WebTest
class AuditPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Audit audit;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void start() {
    People.hire(staff);
    stories.aCustomer("K-77").ownedBy(People.of(staff, "rep")).save();
  }

  @Test
  void anEmptyAuditSaysSo() {
    assertThat(page("")).hasStatusOk().bodyText().contains("Nothing has happened yet");
    assertThat(page("?kind=merge")).bodyText().contains("No entry fits", "Show everything");
  }

  @Test
  void whoReadACustomerIsOneFilterAndLinkedFromHisPage() {
    assertThat(mvc.get().uri("/customers/K-77").with(user("manager")))
        .bodyText()
        .doesNotContain("/settings/audit");
    mvc.get().uri("/settings/members").with(user("rep2")).exchange();
    assertThat(mvc.get().uri("/customers/K-77").with(user("admin")))
        .bodyText()
        .contains("/settings/audit?customer=K-77");
    assertThat(page("?customer=K-77"))
        .bodyText()
        .contains("Mona Manager", "looked at another&#39;s customer", "K-77")
        .doesNotContain("<td>Rolf Rep");
    assertThat(page("?member=rep2&kind=denial"))
        .bodyText()
        .contains("was denied", "GET /settings/members");
    assertThat(mvc.get().uri("/settings").with(user("admin")))
        .bodyText()
        .contains("/settings/audit");
  }

  @Test
  void theFileHasWhatThePageHasAndIsAnEntryItself() {
    mvc.get().uri("/customers/K-77").with(user("manager")).exchange();
    assertThat(mvc.get().uri("/settings/audit.csv?customer=K-77").with(user("admin")))
        .hasStatusOk()
        .bodyText()
        .contains("customer.read", "K-77");
    assertThat(page("?kind=export"))
        .bodyText()
        .contains("took a file", "file complete", "list: audit");
    assertThat(mvc.get().uri("/settings/audit.csv?kind=export").with(user("admin")))
        .bodyText()
        .as("what a program can read")
        .contains("\"\"list\"\":\"\"audit\"\"");
  }

  @Test
  void anActIsShownInWordsFoundByThemAndKeepsItsCodeInTheFile() {
    audit.happened(People.of(staff, "admin"), "occasion.added", "occasion", 5, Map.of());
    audit.happened(People.of(staff, "admin"), "unheard-of", "y", 5, Map.of());
    assertThat(page(""))
        .bodyText()
        .contains("<td class=\"lead-cell\">entered an occasion", "occasion 5", "unheard-of")
        .contains("<option value=\"occasion.added\">entered an occasion</option>");
    assertThat(page("?act=occasion.added"))
        .bodyText()
        .contains("selected=\"selected\">entered an occasion")
        .doesNotContain("<td>unheard-of");
    assertThat(mvc.get().uri("/settings/audit.csv?act=occasion.added").with(user("admin")))
        .bodyText()
        .contains("occasion.added,entered an occasion");
  }

  @Test
  void aCheckSaysThatAllIsWholeAndNamesTheFirstEntryThatIsNot() {
    mvc.get().uri("/customers/K-77").with(user("manager")).exchange();
    assertThat(check())
        .contains("None is changed, missing or moved")
        .contains("Hash of the newest");
    long id = jdbc.sql("select min(id) from audit").query(Long.class).single();
    transaction.executeWithoutResult(
        tx -> {
          jdbc.sql("set local session_replication_role = replica").update();
          jdbc.sql("update audit set member_id = null where id = :id").param("id", id).update();
        });
    assertThat(check()).contains("Entry " + id + " is not as it was written");
  }

  /** A person reads where it was, not by which pattern the program knows the place. */
  @Test
  void anAddressIsShownWithoutItsPattern() throws Exception {
    jdbc.sql(
            """
            insert into audit (kind, action, subject, subject_id, detail)
            values ('READ', 'x', 'y', 1, '{"path": "/letters/{id:[0-9]{1,9}}/html"}')
            """)
        .update();
    assertThat(mvc.get().uri("/settings/audit").with(user("admin")))
        .bodyText()
        .contains("/letters/…/html")
        .doesNotContain("{id");
  }

  /** Years of entries are not looked at while somebody waits for a page. */
  @Test
  void aLongAuditIsCheckedAsAJobThatIsToldHowFarItIs() throws Exception {
    jdbc.sql(
            """
            insert into audit (kind, action, subject, subject_id, detail)
            select 'ACT', 'x', 'y', i, '{}' from generate_series(1, :entries) i
            """)
        .param("entries", AuditChecks.AT_ONCE + 1)
        .update();
    var told = new HashSet<Boolean>();
    var shown = new AtomicReference<>(check());
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> over(shown, told));
    assertThat(told).as("told before it was over").isSubsetOf(true);
    assertThat(shown.get())
        .contains("Entries: 20,001. None is changed")
        .contains("Checked by Alma Admin");
    assertThat(mvc.get().uri("/settings/audit/checks/events").with(user("admin")))
        .bodyText()
        .contains("event:end", "\"percent\":100");
    assertThat(
            jdbc.sql("select count(*) from audit where action = 'audit.checked'")
                .query(Long.class)
                .single())
        .isOne();
  }

  private boolean over(AtomicReference<String> shown, Set<Boolean> told) throws Exception {
    if (shown.get().contains("None is changed")) {
      return true;
    }
    told.add(shown.get().contains("/settings/audit/checks/events"));
    var progress = mvc.get().uri("/settings/audit/checks/progress").with(user("admin"));
    shown.set(progress.exchange().getResponse().getContentAsString());
    return false;
  }

  private String check() {
    var done = mvc.post().uri("/settings/audit/checks").with(user("admin")).with(csrf()).exchange();
    assertThat(done).hasRedirectedUrl("/settings/audit");
    var page = page("");
    return new String(
        page.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
  }

  private MvcTestResult page(String query) {
    return mvc.get().uri("/settings/audit" + query).with(user("admin")).exchange();
  }
}
