package dev.winback.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.shared.BusinessClock;
import dev.winback.staff.Staff;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A firm that has nothing yet is told what comes next, and no way leads back to the same page. */
@WebTest
class EmptyFirmPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired NightlyRun nights;
  @Autowired BusinessClock clock;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void people() {
    People.hire(staff);
  }

  @Test
  void theStartPageNamesTheStepsOfASetUpAndEachOfThemOpens() throws Exception {
    for (var login : new String[] {"admin", "manager", "marketing"}) {
      var steps = page("/", login).select(".empty ol a");
      assertThat(steps.eachAttr("href"))
          .contains("/settings/imports", "/letters/letterhead", "/letters/sending");
      for (var step : steps) {
        assertThat(page(step.attr("href"), login).select("h1")).as(step.text()).hasSize(1);
      }
    }
    assertThat(page("/", "rep").select(".empty a")).isEmpty();
  }

  @Test
  void anEmptyListOfLossesLeadsOnAndAFilteredOneToAll() throws Exception {
    assertThat(page("/lost", "manager").select(".empty a").eachAttr("href"))
        .containsExactly("/settings/nights", "/customers");
    assertThat(page("/lost", "rep").select(".empty a").eachAttr("href"))
        .containsExactly("/customers");
    assertThat(page("/lost?stage=won", "manager").select(".empty a").eachAttr("href"))
        .containsExactly("/lost");
  }

  /** The start page used to say that nobody is lost, with a year of purchases just loaded. */
  @Test
  void whoLoadedTheFirstFileIsToldThatTheNightHasNotLookedAtIt() throws Exception {
    nights.run(clock.today());
    assertThat(page("/", "admin").select(".banner a[href=/settings/nights]")).isEmpty();
    jdbc.sql(
            """
            insert into import_run (type, file_name, state, created, finished_at)
            values ('purchases', 'all.csv', 'done', 1, clock_timestamp())
            """)
        .update();
    stories.aCustomer("A").silentFor(100).save();
    assertThat(page("/", "admin").select(".banner a[href=/settings/nights]")).hasSize(1);
    assertThat(page("/", "rep").select(".banner").text()).contains("the next night finds them");
    assertThat(page("/", "rep").select(".banner a[href=/settings/nights]")).isEmpty();
    nights.run(clock.today());
    assertThat(page("/", "admin").select(".banner a[href=/settings/nights]")).isEmpty();
  }

  /** 111 "returns" stood there in a firm to which nobody had come back. */
  @Test
  void theNightSaysThatItLookedAtReturnsAndTheListSaysWhoIsActive() throws Exception {
    stories.aCustomer("A").silentFor(10).save();
    stories.aCustomer("B").neverBought().save();
    nights.run(clock.today());
    assertThat(page("/settings/nights", "admin").text()).contains("Returns looked at");
    var list = page("/customers", "manager").select("main tbody");
    assertThat(list.select("td .muted").eachText()).contains("Active", "Prospect");
  }

  /** Nobody said so, and every call and letter of a new firm stood still without a reason. */
  @Test
  void whoseCustomersCameWithoutNumbersAndAddressesIsToldWhatThatPrevents() throws Exception {
    stories.aCustomer("A").phone(null).email(null).silentFor(100).save();
    stories.aCustomer("B").phone(null).email("no address").silentFor(100).save();
    stories.aCustomer("C").silentFor(100).save();
    nights.run(clock.today());
    for (var login : new String[] {"admin", "manager"}) {
      assertThat(page("/", login).select("#gap").text())
          .isEqualTo("2 of 3 customers have neither a telephone number nor an e-mail address");
      for (var way : page("/", login).select(".card.warn a")) {
        assertThat(page(way.attr("href"), login).select("h1")).as(way.text()).hasSize(1);
      }
    }
    assertThat(page("/", "rep").select("#gap")).isEmpty();
    jdbc.sql("update customer set phone = '0221 555001' where ref = 'A'").update();
    nights.run(clock.today());
    assertThat(page("/", "admin").select("#gap")).isEmpty();
  }

  @Test
  void aChoiceThatIsRefusedLeadsToThePageWithoutIt() throws Exception {
    var answer = mvc.get().uri("/lost?min=abc").with(user("manager")).exchange();
    assertThat(answer).hasStatus(422);
    var main = Jsoup.parse(answer.getResponse().getContentAsString()).select("main");
    assertThat(main.select("h1").text()).isEqualTo("Please correct this");
    assertThat(main.select("a.btn").eachAttr("href")).containsExactly("/lost", "/");
  }

  private Document page(String address, String login) throws Exception {
    var answer = mvc.get().uri(address).with(user(login)).exchange();
    assertThat(answer).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString());
  }
}
