package dev.winback.web.team;

import dev.winback.campaign.CampaignEntry;
import dev.winback.campaign.CampaignState;
import dev.winback.campaign.Campaigns;
import dev.winback.lapse.LapseId;
import dev.winback.staff.Actor;
import dev.winback.staff.Role;
import dev.winback.team.Plans;
import dev.winback.team.Visits;
import dev.winback.testing.MovableClock;
import dev.winback.testing.Stories;
import dev.winback.web.testing.Browser;
import dev.winback.web.testing.Screens;
import dev.winback.web.testing.WebTest;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The manager's Monday (days.md) in a browser: nothing for axe to find, no sideways scrolling. */
@WebTest
class TeamBrowserTest {

  @LocalServerPort int port;
  @Autowired Stories stories;
  @Autowired Visits visits;
  @Autowired Plans plans;
  @Autowired Campaigns campaigns;
  @Autowired MovableClock clock;
  @Autowired JdbcClient jdbc;
  private LapseId lapse;
  private long campaign;

  @BeforeEach
  void aTeamAtWork() {
    stories.admin();
    var manager = stories.member("boss", Role.MANAGER);
    var ann = stories.rep("ann");
    var bob = stories.rep("bob");
    lapse = lost("A", ann, manager);
    lost("B", bob, manager);
    clock.setDay(MovableClock.START);
    plans.add(lapse, "Send the sample", "ann", clock.today(), manager);
    visits.arrange(lapse, clock.instant().plus(Duration.ofDays(2)), "Which price?", manager);
    var day = clock.today().toString();
    var entry =
        new CampaignEntry(
            "Autumn", "boss", null, day, day, List.of("ann"), null, null, "100", "2", null, "20");
    campaign = campaigns.add(entry, List.of(lapse.value()), manager);
    campaigns.move(campaign, CampaignState.RUNNING, manager);
  }

  /** Lost by one rep, and a manager has it: the other one could return it. */
  private LapseId lost(String ref, Actor loser, Actor manager) {
    var customer = stories.aCustomer(ref).ownedBy(loser).silentFor(100).save();
    long id =
        jdbc.sql(
                """
                insert into lapse (customer_id, number, stage, opened_on, opened_by, silent_since, lost_by, assignee,
                                   value_year, currency)
                values (:customer, 1, 'LOST', :today, 'night', :since, :loser, :manager, 100, 'EUR') returning id
                """)
            .param("customer", customer.value())
            .param("today", MovableClock.START)
            .param("since", MovableClock.START.minusDays(100))
            .param("loser", loser.member())
            .param("manager", manager.member())
            .query(Long.class)
            .single();
    return new LapseId(id);
  }

  @Test
  void theScreensOfTheTeamAreAccessible() {
    var soft = new SoftAssertions();
    try (var browser = Browser.open(port)) {
      browser.signIn("boss", Stories.PASSWORD);
      Screens.look(
          browser,
          List.of(
              "/team",
              "/team/plans",
              "/team/swaps",
              "/team/feedback",
              "/lapses/" + lapse.value(),
              "/lapses/" + lapse.value() + "/sheet",
              "/campaigns",
              "/campaigns/" + campaign,
              "/testimonials",
              "/occasions",
              "/refusals",
              "/reports/returns",
              "/settings/programme",
              "/settings/members"),
          soft);
    }
    soft.assertAll();
  }
}
