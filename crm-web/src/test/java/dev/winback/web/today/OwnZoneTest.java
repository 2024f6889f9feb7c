package dev.winback.web.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Actor;
import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** look.md 10: what is today and what is overdue is so by the zone of who looks. */
@WebTest
class OwnZoneTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private Actor rep;

  /**
   * One in the morning of 2 June at the firm in Berlin, seven in the evening of 1 June in New York.
   */
  @BeforeEach
  void aCallOfYesterdayAndOneOfToday() {
    People.hire(staff);
    rep = staff.actor("rep");
    desk.work(stories.aCustomer("K-1").named("Weber"), rep, "900");
    desk.work(stories.aCustomer("K-2").named("Ana"), rep, "800");
    jdbc.sql(
            """
            update task set due_on = date '2026-06-01' + (customer_id = (select id from customer where ref = 'K-2'))::int
            """)
        .update();
    clock.set(LocalDateTime.of(2026, 6, 2, 1, 0).atZone(clock.getZone()).toInstant());
  }

  @Test
  void whatIsOverdueAtTheFirmIsStillTodayFurtherWest() throws Exception {
    assertThat(tasks()).contains("\"count\":2").contains("\"overdue\":true");
    assertThat(choose("America/New_York")).hasRedirectedUrl("/settings");
    assertThat(tasks()).contains("\"count\":1").doesNotContain("\"overdue\":true", "K-2");
    assertThat(page("/today").select("main").text()).contains("Weber").doesNotContain("Ana");
    assertThat(choose("")).hasRedirectedUrl("/settings");
    assertThat(tasks()).contains("\"count\":2");
  }

  /** Tomorrow is the second, whoever of the two counts it. */
  @Test
  void whatTheProgramChoosesIsCountedFromHisDayLikeWhatHeChooses() throws Exception {
    assertThat(plan("2026-06-01")).hasStatus(422);
    assertThat(page("/today/" + first("id")).select("[data-value^=2026-06-02T]")).isEmpty();
    choose("America/New_York");
    assertThat(plan("2026-06-01")).hasStatus(201);
    assertThat(page("/today/" + first("id")).select("[data-value^=2026-06-02T]")).isNotEmpty();
    assertThat(
            mvc.post()
                .uri("/api/v1/tasks/" + first("id") + "/calls")
                .contentType("application/json")
                .content("{\"result\":\"not_there\"}")
                .with(user("rep"))
                .with(csrf()))
        .hasStatus2xxSuccessful();
    assertThat(
            jdbc.sql("select min(due_on)::text from task where state = 'open' and lapse_id = :l")
                .param("l", first("lapse_id"))
                .query(String.class)
                .single())
        .isEqualTo("2026-06-02");
  }

  private long first(String column) {
    return jdbc.sql(
            "select min(t.%s) from task t join customer c on c.id = t.customer_id where c.ref = 'K-1'"
                .formatted(column))
        .query(Long.class)
        .single();
  }

  private MvcTestResult plan(String day) {
    return mvc.post()
        .uri("/api/v1/lapses/" + first("lapse_id") + "/plan")
        .contentType("application/json")
        .content("{\"what\":\"Send the sample\",\"dueOn\":\"%s\"}".formatted(day))
        .with(user("rep"))
        .with(csrf())
        .exchange();
  }

  @Test
  void itIsChosenOnTheOwnSettingsPage() throws Exception {
    assertThat(page("/settings").select("#zone option[selected]")).isEmpty();
    assertThat(page("/settings").select("#zone option").first().text())
        .isEqualTo("As the firm: Europe/Berlin");
    assertThat(choose("Asia/Tokyo")).hasRedirectedUrl("/settings");
    assertThat(page("/settings").select("#zone option[selected]").val()).isEqualTo("Asia/Tokyo");
    assertThat(staff.actor("rep").zone().getId()).isEqualTo("Asia/Tokyo");
    assertThat(staff.actor("rep2").zone()).isEqualTo(clock.getZone());
    assertThat(choose("Middle/Earth")).hasStatus(422);
  }

  private MvcTestResult choose(String zone) {
    return mvc.post()
        .uri("/settings/preferences")
        .param("theme", "auto")
        .param("zone", zone)
        .with(user("rep"))
        .with(csrf())
        .exchange();
  }

  private String tasks() throws Exception {
    var answer = mvc.get().uri("/api/v1/tasks").with(user("rep")).exchange();
    assertThat(answer).hasStatusOk();
    return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
  }

  private Document page(String address) throws Exception {
    var answer = mvc.get().uri(address).with(user("rep")).exchange();
    assertThat(answer).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
  }
}
