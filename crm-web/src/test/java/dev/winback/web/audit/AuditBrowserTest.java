package dev.winback.web.audit;

import dev.winback.staff.Audit;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Screens;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** hold.md, T61, in a browser: nothing for axe to find, no sideways scrolling, at 390 too. */
@WebTest
class AuditBrowserTest {

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired Audit audit;

  @BeforeEach
  void someEntries() {
    var admin = stories.admin();
    var manager = stories.manager();
    var customer = stories.aCustomer("K-77").ownedBy(stories.rep("rita")).save();
    audit.happened(
        manager, "customer.read", "customer", customer.value(), Map.of("page", "/customers/{ref}"));
    var columns = List.of("customer", "name", "stage", "silent since", "value a year", "assignee");
    long file =
        audit.happened(
            manager,
            "export",
            "list",
            0,
            Map.of("list", "lost-customers", "filter", "q=*&stage=late", "columns", columns));
    audit.happened(
        manager,
        "export.done",
        "list",
        file,
        Map.of("export", file, "rows", 412, "sha256", "0123456789abcdef".repeat(4)));
    audit.happened(
        admin, "denied", "page", 0, Map.of("page", "POST /lapses/{id}/decisions", "why", "DECIDE"));
  }

  @Test
  void theAuditIsAccessible() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("admin", Stories.PASSWORD);
      Screens.look(
          browser,
          List.of("/settings/audit", "/settings/audit?kind=merge", "/settings", "/customers/K-77"),
          soft);
    }
    soft.assertAll();
  }
}
