package dev.winback.web.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A new firm is told on the pages it looks at that its data speak for other limits. */
@WebTest
class LimitsOfferTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;

  @BeforeEach
  void aFirmWhoseCustomersOrderEvery34Days() {
    stories.manager();
    stories.admin();
    stories.rep("rep");
    for (int i = 0; i < 30; i++) {
      stories.aCustomer("K-" + i).buyingEvery(34).times(3).silentFor(5).save();
    }
  }

  @Test
  void startPageAndNightsTellWhatTheDataProposeUntilSomebodyKeepsTheLimits() throws Exception {
    assertThat(offer("/", "manager")).as("before the first night").isEmpty();
    nightly.run(clock.today());
    assertThat(offer("/", "manager"))
        .contains("at least every 34 days")
        .contains("45, 90, 180 days instead of 90, 180, 360")
        .contains("Keep 90 / 180 / 360");
    assertThat(offer("/settings/nights", "admin")).contains("at least every 34 days");
    assertThat(offer("/", "rep")).as("who may not set them").isEmpty();
    var undo = post("/settings/limits/keep");
    assertThat(offer("/", "manager")).isEmpty();
    assertThat(offer("/settings/nights", "admin")).isEmpty();
    post(undo);
    assertThat(offer("/", "manager")).contains("at least every 34 days");
  }

  private String post(String address) {
    var answer = mvc.post().uri(address).with(user("manager")).with(csrf()).exchange();
    assertThat(answer).hasStatus3xxRedirection();
    var undo = Objects.requireNonNull(answer.getMvcResult().getFlashMap()).get("undo");
    return undo == null ? "" : undo.toString();
  }

  private String offer(String address, String login) throws Exception {
    var answer = mvc.get().uri(address).with(user(login)).exchange();
    assertThat(answer).as(address).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString()).select("#proposal").text();
  }
}
