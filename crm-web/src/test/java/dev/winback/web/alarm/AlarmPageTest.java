package dev.winback.web.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** UND-12: a black mark told by a program stands on every page at once, until it is seen. */
@WebTest
class AlarmPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;

  @BeforeEach
  void aComplaint() {
    People.hire(staff);
    stories.aCustomer("K-1").named("Weber & <Co>").ownedBy(staff.actor("rep")).save();
    assertThat(
            mvc.post()
                .uri("/api/v1/complaints")
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    "{\"customer\":\"K-1\",\"time\":\"2026-05-31\",\"complaint\":\"a\","
                        + "\"text\":\"Three days late\",\"severity\":4}")
                .with(user("manager")))
        .hasStatusOk();
  }

  @Test
  void everyPageSaysSoUntilItIsSeenAndAgainWhenThatIsTakenBack() throws Exception {
    for (var path : new String[] {"/", "/lost", "/customers", "/letters", "/settings"}) {
      assertThat(page("manager", path).select(".banner.danger").text())
          .as(path)
          .contains("A black mark that you have not seen.");
    }
    assertThat(page("rep", "/customers/K-1").select(".banner.danger")).hasSize(1);
    assertThat(page("rep2", "/").select(".banner.danger")).isEmpty();
    assertThat(page("marketing", "/").select(".banner.danger")).isEmpty();
    var seen = post("/alarms/seen?alarm=1");
    assertThat(seen).hasRedirectedUrl("/alarms");
    assertThat(page("manager", "/").select(".banner.danger")).isEmpty();
    assertThat(page("manager", "/alarms?state=all").select(".table-region tbody td").last().text())
        .isEqualTo(staff.actor("manager").name() + ", 1 Jun 2026, 12:00");
    assertThat(get("manager", "/alarms.csv?state=all"))
        .bodyText()
        .contains(staff.actor("manager").name() + ", 1 Jun 2026, 12:00");
    assertThat(page("rep", "/").select(".banner.danger")).hasSize(1);
    assertThat(post("/alarms/unseen?alarm=1")).hasRedirectedUrl("/alarms");
    assertThat(page("manager", "/").select(".banner.danger")).hasSize(1);
  }

  @Test
  void theListSaysWhoWhatAndHowBadAndGivesAFile() throws Exception {
    assertThat(page("manager", "/alarms").select("tbody tr").text())
        .contains("Weber & <Co>", "4 a catastrophe", "Three days late", "A complaint", "Rita Rep");
    assertThat(get("manager", "/alarms.csv"))
        .bodyText()
        .contains("K-1,Weber & <Co>,4,,A complaint,Three days late,Rita Rep");
    assertThat(get("manager", "/api/v1/alarms"))
        .bodyJson()
        .extractingPath("$.items[0].severity")
        .isEqualTo(4);
    assertThat(get("manager", "/alarms?state=new")).hasStatus(422);
    assertThat(page("manager", "/alarms?state=taken-back").select(".empty")).hasSize(1);
  }

  private Document page(String login, String path) throws Exception {
    var result = get(login, path);
    assertThat(result).hasStatusOk();
    return Jsoup.parse(result.getResponse().getContentAsString());
  }

  private MvcTestResult get(String login, String path) {
    return mvc.get().uri(path).with(user(login)).exchange();
  }

  private MvcTestResult post(String path) {
    return mvc.post().uri(path).with(user("manager")).with(csrf()).exchange();
  }
}
