package dev.winback.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import dev.winback.nightly.NightlyRun;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * DET-24, OPS-05: stale contact data stand before anything else, on every screen of the customer.
 */
@WebTest
class StaleContactPagesTest {

  @Autowired MockMvcTester mvc;
  @Autowired Stories stories;
  @Autowired NightlyRun nightly;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void whoeverCannotBeReachedIsFlaggedOnHisPageTheListAndTheRepsDay() {
    stories.manager();
    var rep = stories.rep("rep");
    stories.aCustomer("K-9").ownedBy(rep).silentFor(500).save();
    stories.aCustomer("K-10").ownedBy(rep).silentFor(20).save();
    jdbc.sql("update customer set email = null where ref = 'K-9'").update();
    jdbc.sql("update customer set phone = null where ref = 'K-9'").update();
    nightly.run(clock.today());

    for (var who : new String[] {"manager", "rep"}) {
      assertThat(mvc.get().uri("/customers/K-9").with(user(who)))
          .hasStatusOk()
          .bodyText()
          .contains("Checked, all right");
      assertThat(mvc.get().uri("/customers/K-10").with(user(who)))
          .hasStatusOk()
          .bodyText()
          .doesNotContain("Checked, all right");
      assertThat(mvc.get().uri("/customers?signal=stale-contact").with(user(who)))
          .hasStatusOk()
          .bodyText()
          .contains("K-9");
    }
    assertThat(mvc.get().uri("/today").with(user("rep")))
        .hasStatusOk()
        .bodyText()
        .contains("stale contact data");
    assertThat(mvc.get().uri("/lost").with(user("manager"))).hasStatusOk();
  }
}
