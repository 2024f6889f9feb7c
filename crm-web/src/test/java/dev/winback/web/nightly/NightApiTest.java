package dev.winback.web.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * api.md: POST /nights runs the night, GET /nights/{id} tells how far it is; the page has a button.
 */
@WebTest
class NightApiTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void start() {
    stories.manager();
    stories.rep("ann");
    stories.aCustomer("K-100").silentFor(121).save();
  }

  @Test
  void aScriptRunsTheNightAndReadsItsSteps() {
    var answer = mvc.post().uri("/api/v1/nights").with(user("manager")).exchange();
    assertThat(answer).hasStatus(202);
    var place = answer.getResponse().getHeader("Location");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(mvc.get().uri(place).with(user("manager")))
                    .bodyJson()
                    .extractingPath("$.state")
                    .isEqualTo("done"));
    var night = assertThat(mvc.get().uri(place).with(user("manager"))).bodyJson();
    night.extractingPath("$.day").isEqualTo("2026-06-01");
    night.extractingPath("$.steps.length()").isEqualTo(16);
    night.extractingPath("$.steps[3].name").isEqualTo("lapses");
    night.extractingPath("$.steps[3].rows").isEqualTo(1);
    night.hasPath("$.seconds");
    assertLapse();
  }

  private void assertLapse() {
    var list = mvc.get().uri("/api/v1/lapses?customer=K-100").with(user("manager"));
    var lapse = assertThat(list).hasStatusOk().bodyJson();
    lapse.extractingPath("$.items[0].ref").isEqualTo("K-100");
    lapse.extractingPath("$.items[0].openedOn").isEqualTo("2026-06-01");
    lapse.extractingPath("$.items[0].assignee").isEqualTo("ann");
    for (var name :
        new String[] {"id", "number", "stage", "lostBy", "returnedOn", "purchase", "credit"}) {
      lapse.hasPath("$.items[0]." + name);
    }
  }

  @Test
  void aNightOfTheFutureIsRefusedInASentence() {
    assertThat(
            mvc.post()
                .uri("/api/v1/nights")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"day\":\"2026-06-02\"}")
                .with(user("manager")))
        .hasStatus(422)
        .bodyJson()
        .extractingPath("$.detail")
        .isEqualTo("The night of 2026-06-02 has not come yet: today is 2026-06-01.");
  }

  @Test
  void thePageSaysWhatToDoBeforeTheFirstNightAndShowsItAfterwards() {
    assertThat(mvc.get().uri("/settings/nights").with(user("manager")))
        .hasStatusOk()
        .bodyText()
        .contains("No night has run yet");
    assertThat(mvc.post().uri("/settings/nights").with(user("manager")).with(csrf()))
        .hasStatus3xxRedirection();
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(mvc.get().uri("/settings/nights/table").with(user("manager")))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Done", "data-label=\"Lapses opened or moved\">1</td>")
                    .doesNotContain("<html"));
    var night = jdbc.sql("select id from night").query(Long.class).single();
    assertThat(mvc.get().uri("/settings/nights/" + night).with(user("manager")))
        .hasStatusOk()
        .bodyText()
        .contains("Night of 1 Jun 2026", "Models fitted", "Lapses weighed", "Figures counted");
    assertThat(mvc.get().uri("/settings/nights").with(user("ann"))).hasStatus(403);
  }
}
