package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.LetterOutcomes;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.web.testing.Arms;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** MEA-06: what letters brought against those kept back, and the letters behind each number. */
@WebTest
class LetterResultPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired LetterOutcomes outcomes;

  private Arms arms;

  @BeforeEach
  void people() {
    People.hire(staff);
    arms = new Arms(jdbc, outcomes, clock.today());
  }

  @Test
  void aComparisonIsToldInWordsAndEachOfItsNumbersOpensItsLetters() throws Exception {
    arms.make(100, 80, 70, 7);
    var page = page("/letters/results");
    assertThat(page.select("section.card").first().text())
        .contains("brings more", "70.0 more came back than of those kept back")
        .contains("anything from 37.7 to 84.1 is possible (look 1 of four)");
    for (var link : page.select("section.card td a, section.card dd a")) {
      var list = page(link.attr("href"));
      if (link.text().equals("0")) {
        assertThat(list.select(".empty")).as(link.attr("href")).hasSize(1);
      } else {
        assertThat(list.select("main").text()).contains(link.text() + " letters");
      }
    }
    assertThat(text("/letters/results.csv")).contains("works,1,0");
  }

  @Test
  void beforeTheFirstLookNoMoneyIsClaimed() throws Exception {
    arms.make(12, 4, 6, 1);
    assertThat(page("/letters/results").select("section.card").first().text())
        .contains("too early", "kept back too early to say", "cost too early to say");
    assertThat(text("/letters/results.csv")).contains("too_early,0,");
  }

  private Document page(String path) throws Exception {
    return Jsoup.parse(text(path));
  }

  private String text(String path) throws Exception {
    var answer = mvc.get().uri(URI.create(path)).with(user("marketing")).exchange();
    assertThat(answer).as(path).hasStatusOk();
    return answer.getResponse().getContentAsString();
  }
}
