package dev.winback.web.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.staff.Staff;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.People;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** LET-31, LET-32, MEA-14: what was published stands beside the own figures and says what it is. */
@WebTest
class PublishedFiguresTest {

  @Autowired MockMvcTester mvc;
  @Autowired Staff staff;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;

  @BeforeEach
  void aFirm() {
    People.hire(staff);
    stories.aCustomer("A").silentFor(100).save();
    nightly.run(MovableClock.START);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/letters/carts   | 73 % are left; of food 75.7 %, appliances 74.1 %, clothing 71.9 %",
        "/reports/returns | by the letter (58 %), by typing the address (18 %)",
        "/reports/losses  | lost 3 % of its customers a month; in seven years 53,000 left it"
      })
  void aPublishedFigureIsNoForecast(String path, String figures) {
    assertThat(mvc.get().uri(path).with(user("manager")))
        .hasStatusOk()
        .bodyText()
        .contains(figures.replace(" %", "\u00a0%"), "Published")
        .containsIgnoringCase("not a forecast");
  }
}
