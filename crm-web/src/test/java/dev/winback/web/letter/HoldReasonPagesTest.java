package dev.winback.web.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.letter.HoldReason;
import dev.winback.testing.ALetter;
import dev.winback.testing.Stories;
import dev.winback.web.layout.Wording;
import dev.winback.web.testing.WebTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every reason of the hold table has its word and its count on "not sent and why". */
@WebTest
class HoldReasonPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired Wording wording;
  @Autowired JdbcClient jdbc;

  @ParameterizedTest
  @EnumSource
  void aReasonHasItsWordItsCountAndItsLetters(HoldReason reason) throws Exception {
    stories.marketing();
    ALetter.in(jdbc).planned();
    long held = ALetter.in(jdbc).to("b@example.org").planned();
    jdbc.sql("update letter set state = :state, hold_reason = :reason where id = :id")
        .param("state", state(reason))
        .param("reason", reason.name())
        .param("id", held)
        .update();
    var word = wording.of("letter.reason." + reason.code());
    var lines = page("/letters/held").select("tbody tr");
    lines.removeIf(line -> !line.select("td").eachText().contains(word));
    assertThat(lines).as(word).hasSize(1);
    var line = lines.get(0);
    assertThat(line.select("td.num").text()).isEqualTo("1");
    var list = page(line.select("a").attr("href"));
    assertThat(list.select("main table tbody tr a[href^=/letters/" + held + "]")).isNotEmpty();
    assertThat(list.select("main table tbody tr")).hasSize(1);
    assertThat(page("/letters/" + held).select("dl.facts").text()).contains(word);
  }

  /** Not all of them wait: some are why a letter will never leave. */
  private static String state(HoldReason reason) {
    return switch (reason) {
      case CONTROL -> "CONTROL";
      case DROPPED, SENT_AGAIN -> "FAILED";
      default -> "HELD";
    };
  }

  private Document page(String path) throws Exception {
    var answer = mvc.get().uri(path).with(user("marketing")).exchange();
    assertThat(answer).hasStatusOk();
    return Jsoup.parse(answer.getResponse().getContentAsString());
  }
}
