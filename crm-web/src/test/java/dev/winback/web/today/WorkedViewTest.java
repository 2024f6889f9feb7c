package dev.winback.web.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.staff.Staff;
import dev.winback.task.Desk;
import dev.winback.task.TaskId;
import dev.winback.testing.Stories;
import dev.winback.view.NewView;
import dev.winback.view.Views;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A saved view that is worked through on Today stays, whatever is done on its cards. */
@WebTest
class WorkedViewTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired Desk desk;
  @Autowired Views views;
  @Autowired JdbcClient jdbc;
  private TaskId task;

  @BeforeEach
  void twoCallsAreDue() {
    People.hire(staff);
    var rep = staff.actor("rep");
    task = desk.work(stories.aCustomer("K-1"), rep, "900");
    desk.work(stories.aCustomer("K-2"), rep, "800");
  }

  @Test
  void eachActOnAWorkedViewLeadsBackToIt() throws Exception {
    var rep = staff.actor("rep");
    long view = views.save(new NewView("Dear", "/lost", "min=100", false), rep);
    var page = Jsoup.parse(text(get("/today?view=" + view)));
    assertThat(page.select("form[action$=/postpone] input[name=view]").val()).isEqualTo("" + view);
    assertThat(page.select("details.others a[href*=script]").eachAttr("hx-get"))
        .isNotEmpty()
        .allMatch(script -> script.contains("view=" + view));
    var answer = call("result=not_there&view=" + view);
    var undo = Jsoup.parseBodyFragment(text(answer)).select(".note form").attr("action");
    assertThat(undo).endsWith("/undo?view=" + view);
    var undone = mvc.post().uri(undo).header("HX-Request", "true").with(user("rep")).with(csrf());
    assertThat(undone.exchange().getResponse().getHeader("HX-Replace-Url"))
        .isEqualTo("/today/" + task.value() + "?view=" + view);
    var later =
        mvc.post()
            .uri("/tasks/" + task.value() + "/postpone")
            .param("reason", "tired")
            .param("next", "+1d")
            .param("view", "" + view)
            .with(user("rep"))
            .with(csrf())
            .exchange();
    assertThat(later).hasRedirectedUrl("/today?view=" + view);
    assertThat(later.getMvcResult().getFlashMap().get("undo")).asString().endsWith("?view=" + view);
  }

  @Test
  void ofALongViewTheLossesWithWorkAreFoundWhereverTheyStand() throws Exception {
    var rep = staff.actor("rep");
    for (int i = 0; i < 501; i++) {
      desk.lapseOf(rep, "5000");
    }
    long dear = views.save(new NewView("Dear", "/lost", "sort=value", false), rep);
    assertThat(Jsoup.parse(text(get("/today?view=" + dear))).select(".queue .who")).hasSize(2);
  }

  @Test
  void whatStandsBehindFiveHundredIsReachedAndTheFileHasAll() throws Exception {
    var rep = staff.actor("rep");
    for (int i = 0; i < 501; i++) {
      desk.work(stories.aCustomer(), rep, "5000");
    }
    long dear = views.save(new NewView("Dear", "/lost", "sort=value", false), rep);
    var first = Jsoup.parse(text(get("/today?view=" + dear)));
    assertThat(first.select(".queue .who")).hasSize(500);
    var on = first.select(".queue a[href^=/today?view=" + dear + ".]").attr("href");
    var second = Jsoup.parse(text(get(on)));
    assertThat(second.select(".queue .who").eachText())
        .hasSize(3)
        .contains(name("K-1"), name("K-2"));
    var place = second.select("#call-form input[name=view]").val();
    assertThat(on).endsWith("view=" + place);
    var answer = call("result=not_there&view=" + place);
    assertThat(answer.getResponse().getHeader("HX-Replace-Url")).isEqualTo("/today?view=" + place);
    assertThat(get("/today.csv?view=" + dear).getResponse().getContentAsString().lines())
        .hasSize(1 + 503);
    assertThat(get("/today?view=x")).hasStatus(422);
  }

  private String name(String ref) {
    return jdbc.sql("select display_name from customer where ref = :ref")
        .param("ref", ref)
        .query(String.class)
        .single();
  }

  @Test
  void aFilterThatIsRefusedByNowIsAnEmptyDay() throws Exception {
    var rep = staff.actor("rep");
    long view = views.save(new NewView("Old", "/lost", "min=100", false), rep);
    jdbc.sql("update saved_view set query = 'work=bogus'").update();
    assertThat(Jsoup.parse(text(get("/today?view=" + view))).select(".empty a").attr("href"))
        .startsWith("/lost");
    assertThat(call("result=not_there&view=" + view)).hasStatusOk();
  }

  @Test
  void aViewThatIsGoneAfterTheCallIsTheOwnQueue() throws Exception {
    var rep = staff.actor("rep");
    long view = views.save(new NewView("Dear", "/lost", "min=100", false), rep);
    views.remove(view, rep);
    var answer = call("result=not_there&view=" + view);
    assertThat(answer).hasStatusOk();
    assertThat(answer.getResponse().getHeader("HX-Replace-Url")).isEqualTo("/today");
    assertThat(text(answer)).contains("K-2");
    assertThat(get("/today?view=" + view)).hasStatus(404);
  }

  private static String text(MvcTestResult result) throws Exception {
    return result.getResponse().getContentAsString();
  }

  private MvcTestResult call(String form) {
    return mvc.post()
        .uri("/tasks/" + task.value() + "/calls")
        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
        .content(form)
        .header("HX-Request", "true")
        .with(user("rep"))
        .with(csrf())
        .exchange();
  }

  private MvcTestResult get(String path) {
    return mvc.get().uri(path).with(user("rep")).exchange();
  }
}
