package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.util.List;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every page is reached by a link, and no link leads where its reader may not go. */
@WebTest
class WaysTest {

  private static final List<String> PAGES =
      List.of("/reports", "/settings", "/today", "/occasions", "/fragile", "/team", "/offers");

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void somethingToLinkFrom() {
    People.hire(staff);
    stories.aCustomer("K-1").silentFor(100).save();
    jdbc.sql(
            """
            insert into occasion (kind, title, starts_on, ends_on, audience, created_by, created_at)
            select 'fair', 'Fair', '2026-06-02', '2026-06-03', 'vip', min(id), now() from member
            """)
        .update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "manager", "rep", "marketing"})
  void noLinkOfAHubLeadsToAClosedDoor(String who) throws Exception {
    var closed = new TreeSet<String>();
    for (var link : links(who)) {
      int status = status(who, link);
      if (status >= 400) {
        closed.add(link + " " + status);
      }
    }
    assertThat(closed).isEmpty();
  }

  @Test
  void whatWaitsIsReachedAlsoWhenNobodyIsToBeCalled() throws Exception {
    assertThat(links("rep"))
        .contains("/promises", "/replies", "/confirmations", "/complaints", "/care", "/scripts")
        .contains("/offers", "/testimonials");
    assertThat(links("/today", "rep")).contains("/promises", "/confirmations", "/complaints");
    assertThat(links("/reports", "manager")).contains("/approvals", "/complaints", "/care");
    assertThat(links("/reports", "marketing")).doesNotContain("/care", "/complaints", "/promises");
  }

  private TreeSet<String> links(String who) throws Exception {
    var links = new TreeSet<String>();
    for (var page : PAGES) {
      if (status(who, page) == 200) {
        links.addAll(links(page, who));
      }
    }
    return links;
  }

  private TreeSet<String> links(String page, String who) throws Exception {
    var links = new TreeSet<String>();
    var html = mvc.get().uri(page).with(user(who)).exchange().getResponse().getContentAsString();
    Jsoup.parse(html).select("main a[href^=/]").forEach(link -> links.add(link.attr("href")));
    return links;
  }

  private int status(String who, String page) {
    return mvc.get().uri(page).with(user(who)).exchange().getResponse().getStatus();
  }
}
