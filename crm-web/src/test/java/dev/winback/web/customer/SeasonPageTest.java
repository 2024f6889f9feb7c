package dev.winback.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who is quiet because he buys in one season says so on his page (science.md, "Pitfalls"). */
@WebTest
class SeasonPageTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;

  @Test
  void thePageSaysWhyThereIsNoAlarmAndLaterWhyThereIsOne() {
    stories.manager();
    stories.aCustomer("SKI").buyingEvery(365).times(4).silentFor(100).save();
    nightly.run(clock.today());
    assertThat(page())
        .contains("Buys in one season, next from")
        .doesNotContain("the season of purchases");
    clock.setDay(LocalDate.of(2027, 3, 1));
    nightly.run(clock.today());
    assertThat(page())
        .contains("No order for 373 days: the season of purchases")
        .contains("Season from")
        .doesNotContain("Buys in one season");
  }

  private String page() {
    var answer = mvc.get().uri("/customers/SKI").with(user("manager")).exchange();
    assertThat(answer).hasStatusOk();
    return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
